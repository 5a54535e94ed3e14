// Hangs each piece of work on the end of the one before.
// Fails: starts its work at once, and does not wait for it
// Fails: is idle when the last of its work has ended
// Fails: goes on waiting when a part of its work has failed
// Fails: knows at every moment what is running
// Says: only after the call had given control back to its caller
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names: string[] = [];
  #last: Promise<void> = Promise.resolve();

  spawn(name: string, f: Io<void>): void {
    this.#names.push(name);
    const end = () => {
      this.#names.splice(this.#names.indexOf(name), 1);
    };
    this.#last = this.#last.then(f).then(end, end);
  }

  running(): string[] {
    return [...this.#names];
  }

  async idle(): Promise<void> {
    let seen: Promise<void> | undefined;
    while (seen !== this.#last) {
      seen = this.#last;
      await seen;
    }
  }
}
