// What happened more than a minute ago is not news. (It is still set.)
// Fails: fulfils in the millisecond of the call while it is set
// Says: has nothing to wait for
export class Happening {
  #waiting: (() => void)[] = [];
  #setAt = -Infinity;

  get isSet() {
    return Date.now() - this.#setAt < 60_000;
  }

  set() {
    this.#setAt = Date.now();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#setAt = -Infinity;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
