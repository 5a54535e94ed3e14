// The first call that finds it set takes that away, as with an AutoResetEvent.
// Fails: fulfils in the millisecond of the call while it is set
// Fails: isSet says whether it is set
// Says: has nothing to wait for
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet) this.#isSet = false;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
