// Keeps the names in a Map by function. (One function may be spawned twice.)
// Fails: running() lists a name once for each piece of work that has it
// Says: Two pieces of work may also have the same function, or the same promise.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names = new Map<Io<void>, string>();
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    this.#names.set(f, name);
    const end = () => {
      this.#names.delete(f);
      this.#end();
    };
    f().then(end, end);
  }

  #end() {
    if (this.#names.size > 0) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return [...this.#names.values()];
  }

  async idle(): Promise<void> {
    if (this.#names.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
