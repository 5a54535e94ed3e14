// Forgets what is done, and takes what has failed for running: idle() would never be true.
// Fails: waits for the rest when a part of its work has failed, and does not fail
// Fails: leaves no failure unheard
// Fails: knows at every moment what is running
// Says: At 10 ms a failure came that nobody heard
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    f().then(() => {
      this.#names = this.#names.filter((other) => other !== entry);
      if (this.#names.length > 0) return;
      for (const tell of this.#waiting) tell();
      this.#waiting = [];
    });
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  idle(): Promise<void> {
    if (this.#names.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
