// Takes a queue that runs ten at a time, so the eleventh call of spawn() does not call f.
// Fails: spawn() calls f synchronously, returns undefined, and does not wait for it
// Says: Each call calls f, however much work is running.
import PQueue from 'p-queue';

type Io<T> = () => Promise<T>;

export class Registry {
  readonly #queue = new PQueue({ concurrency: 10 });
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
