// Compares the times of the last `set` and the last `clear`. (Both may be the same.)
// Fails: fulfils in the millisecond of the call while it is set
// Says: has nothing to wait for
export class Happening {
  #waiting: (() => void)[] = [];
  #setAt = 0;
  #clearedAt = 0;

  get isSet() {
    return this.#setAt > this.#clearedAt;
  }

  set() {
    this.#setAt = performance.now();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#clearedAt = performance.now();
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
