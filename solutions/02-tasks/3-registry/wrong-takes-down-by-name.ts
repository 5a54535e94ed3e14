// Removes the first entry of that name, even when another one has ended.
// Fails: running() lists a name once for each piece of work that has it
// Says: How does your code tell them apart, and keep their order?
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names: string[] = [];
  readonly #work = new Set<Promise<void>>();

  spawn(name: string, f: Io<void>): void {
    this.#names.push(name);
    const end = () => {
      this.#names.splice(this.#names.indexOf(name), 1);
      this.#work.delete(work);
    };
    const work: Promise<void> = f().then(end, end);
    this.#work.add(work);
  }

  running(): string[] {
    return [...this.#names];
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}
