// `run` is the chain, and `acquire` is a `run` whose work ends when the lock is released.
type Io<T> = () => Promise<T>;

export class Lock {
  #last: Promise<unknown> = Promise.resolve();
  #inLine = 0;

  get isLocked() {
    return this.#inLine > 0;
  }

  acquire() {
    return new Promise<() => void>((resolve) => {
      const hold = () => {
        const leave = { now: () => {} };
        const left = new Promise<void>((end) => (leave.now = end));
        let isHeld = true;
        resolve(() => {
          if (isHeld) this.#inLine--;
          isHeld = false;
          leave.now();
        });
        return left;
      };
      this.#inLine++;
      this.#last = this.#last.then(hold);
    });
  }

  run<T>(f: Io<T>): Promise<T> {
    const leave = () => {
      this.#inLine--;
    };
    this.#inLine++;
    const result = this.#last.then(f).finally(leave);
    this.#last = result.catch(() => {});
    return result;
  }
}
