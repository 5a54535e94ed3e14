// With p-queue, without a limit; it has onIdle().
import PQueue from 'p-queue';

type Io<T> = () => Promise<T>;

export class Registry {
  readonly #queue = new PQueue();
  readonly #names = new Set<{ name: string }>();

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.add(entry);
    this.#queue
      .add(f)
      .catch(() => {})
      .finally(() => this.#names.delete(entry));
  }

  running(): string[] {
    return [...this.#names].map(({ name }) => name);
  }

  idle(): Promise<void> {
    return this.#queue.onIdle();
  }
}
