// Hands over to the calls that wait, as a lock does, and remembers it only if no call waits.
// Fails: set wakes all calls that are pending
// Fails: fulfils in the millisecond of the call while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Says: 'cem' comes while it is set
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    if (this.#waiting.length === 0) this.#isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
