// Returns its own array, which changes while the caller uses it.
// Fails: running() returns a list that belongs to its caller
// Says: The list was returned while both were running. Has it changed since? Return a copy.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names: string[] = [];
  readonly #work: { ended?: Promise<void> }[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: { ended?: Promise<void> } = {};
    this.#names.push(name);
    this.#work.push(work);
    const end = () => {
      const place = this.#work.indexOf(work);
      this.#names.splice(place, 1);
      this.#work.splice(place, 1);
    };
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return this.#names;
  }

  async idle(): Promise<void> {
    while (this.#work.length > 0) await Promise.all(this.#work.map(({ ended }) => ended));
  }
}
