// Calls the next function inside of the release of the one before, in one go.
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  acquire() {
    return new Promise<() => void>((resolve) => this.#enter((release) => resolve(release)));
  }

  run<T>(f: Io<T>) {
    return new Promise<T>((resolve, reject) =>
      this.#enter((release) => {
        try {
          f().finally(release).then(resolve, reject);
        } catch (error) {
          reject(error);
          release();
        }
      }),
    );
  }

  #enter(use: (release: () => void) => void) {
    const start = () => {
      let hasReleased = false;
      use(() => {
        if (hasReleased) return;
        hasReleased = true;
        const next = this.#waiting.shift();
        if (next) next();
        else this.#isLocked = false;
      });
    };
    if (this.#isLocked) this.#waiting.push(start);
    else {
      this.#isLocked = true;
      start();
    }
  }
}
