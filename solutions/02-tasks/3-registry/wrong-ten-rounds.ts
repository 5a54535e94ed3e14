// Checks ten times for new work, and takes that for enough.
// Fails: idle() waits for work that is spawned meanwhile
// Says: Your code did not await all of its work.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Map<Work, Promise<void>>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.set(work, Promise.resolve());
    const end = () => this.#end(work);
    this.#work.set(work, f().then(end, end));
  }

  #end(work: Work) {
    this.#work.delete(work);
  }

  running(): string[] {
    return [...this.#work.keys()].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    for (let round = 0; round < 10; round++) await Promise.all(this.#work.values());
  }
}
