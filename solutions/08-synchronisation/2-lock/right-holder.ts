// Knows which call has the lock: a release by another one is no release.
type Io<T> = () => Promise<T>;

interface Call {
  wake(): void;
}

export class Lock {
  /** The first one has the lock, and the others wait. */
  readonly #line: Call[] = [];

  get isLocked() {
    return this.#line.length > 0;
  }

  acquire() {
    return new Promise<() => void>((resolve) => {
      const call = { wake: () => resolve(() => this.#leave(call)) };
      if (this.#line.push(call) === 1) call.wake();
    });
  }

  run<T>(f: Io<T>) {
    return this.acquire().then((release) => Promise.resolve().then(f).finally(release));
  }

  #leave(call: Call) {
    if (this.#line[0] !== call) return;
    this.#line.shift();
    this.#line[0]?.wake();
  }
}
