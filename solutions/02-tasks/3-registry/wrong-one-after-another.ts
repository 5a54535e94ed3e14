// Starts each piece of work only when the one before has ended.
// Fails: spawn() calls f synchronously, returns undefined, and does not wait for it
// Fails: idle() fulfils when the last work has ended, without a timer
// Fails: idle() waits for the rest when some work fails, and fulfils
// Fails: running() returns the names of the running work at every moment
// Fails: running() lists a name once for each piece of work that has it
// Says: runs only after the call has returned. Which of them comes before this line?
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #last: Promise<void> = Promise.resolve();

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    const end = () => {
      this.#names = this.#names.filter((other) => other !== entry);
    };
    this.#last = this.#last.then(f).then(end, end);
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
