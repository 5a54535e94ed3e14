// Returns its own array, which changes while the caller uses it.
// Fails: running() returns a list that does not change afterwards
// Says: The list was returned while both were running. Has it changed since? Return a copy.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names: string[] = [];
  readonly #work: Promise<void>[] = [];

  spawn(name: string, f: Io<void>): void {
    this.#names.push(name);
    const end = () => {
      const place = this.#work.indexOf(work);
      this.#names.splice(place, 1);
      this.#work.splice(place, 1);
    };
    const work: Promise<void> = f().then(end, end);
    this.#work.push(work);
  }

  running(): string[] {
    return this.#names;
  }

  async idle(): Promise<void> {
    while (this.#work.length > 0) await Promise.all(this.#work);
  }
}
