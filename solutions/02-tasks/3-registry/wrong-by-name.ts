// Keeps the work in a Map by name: the second piece of work of a name replaces the first.
// Fails: running() lists a name once for each piece of work that has it
// Says: Two pieces of work may have the same name.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #work = new Map<string, Promise<void> | undefined>();

  spawn(name: string, f: Io<void>): void {
    this.#work.set(name, undefined);
    const end = () => {
      this.#work.delete(name);
    };
    this.#work.set(name, f().then(end, end));
  }

  running(): string[] {
    return [...this.#work.keys()];
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work.values());
  }
}
