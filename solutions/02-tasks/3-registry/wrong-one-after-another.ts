// Hangs each piece of work on the end of the one before.
// Fails: starts its work at once, and does not wait for it
// Fails: is idle when the last of its work has ended
// Fails: waits for the rest when a part of its work has failed, and does not fail
// Fails: knows at every moment what is running
// Fails: tells work of the same name apart
// Says: only after the call had given control back to its caller
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
