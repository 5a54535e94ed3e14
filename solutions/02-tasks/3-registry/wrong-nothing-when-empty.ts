// Returns no promise when nothing is running. (await would take undefined; then() does not.)
// Fails: idle() fulfils immediately when nothing is running
// Says: TypeError
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #work = new Map<{ name: string }, Promise<void>>();

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    const end = () => void this.#work.delete(entry);
    this.#work.set(entry, Promise.resolve());
    this.#work.set(entry, f().then(end, end));
  }

  running(): string[] {
    return [...this.#work.keys()].map(({ name }) => name);
  }

  idle(): Promise<void> {
    if (this.#work.size === 0) return undefined as unknown as Promise<void>;
    return Promise.all(this.#work.values()).then(() => this.idle());
  }
}
