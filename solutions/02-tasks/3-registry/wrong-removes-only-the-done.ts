// Forgets what is done, and takes what has failed for running: idle() would never be true.
// Fails: goes on waiting when a part of its work has failed
// Fails: leaves no failure unheard
// Fails: knows at every moment what is running
// Says: At 10 ms a failure came that nobody heard
type Io<T> = () => Promise<T>;

export class Registry {
  #names: string[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    this.#names.push(name);
    f().then(() => {
      this.#names.splice(this.#names.indexOf(name), 1);
      if (this.#names.length > 0) return;
      for (const tell of this.#waiting) tell();
      this.#waiting = [];
    });
  }

  running(): string[] {
    return [...this.#names];
  }

  idle(): Promise<void> {
    if (this.#names.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
