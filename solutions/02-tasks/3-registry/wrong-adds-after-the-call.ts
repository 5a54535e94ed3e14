// Adds the entry after the call of f, so code inside f does not find it in the list.
// Fails: running() returns the names of the running work at every moment
// Says: A name is in the list from before f is called
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #work = new Map<Promise<void>, string>();

  spawn(name: string, f: Io<void>): void {
    const end = () => {
      this.#work.delete(work);
    };
    const work: Promise<void> = f().then(end, end);
    this.#work.set(work, name);
  }

  running(): string[] {
    return [...this.#work.values()];
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work.keys());
  }
}
