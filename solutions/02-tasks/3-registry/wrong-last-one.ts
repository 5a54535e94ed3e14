// Assumes that the work that was spawned last also ends last. (Older work may take longer.)
// Fails: idle() fulfils when the last work has ended, without a timer
// Fails: running() returns the names of the running work at every moment
// Fails: running() returns the names unchanged, in the order in which the work was spawned
// Says: When it settled, 'a' (until 33 ms) was still running. Your code did not await all of its work.
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #last: Promise<void> | undefined;

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    const end = () => {
      this.#names = this.#names.filter((other) => other !== entry);
    };
    this.#last = f().then(end, end);
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  async idle(): Promise<void> {
    let seen: Promise<void> | undefined;
    while (seen !== this.#last) {
      seen = this.#last;
      await seen;
    }
  }
}
