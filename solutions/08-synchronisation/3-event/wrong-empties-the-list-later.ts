// Empties the list a microtask after the calls in it have been woken. (A new call may be in it.)
// Fails: lets a call that comes after clear wait for the next set
// Says: is woken by the next `set`
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    for (const wake of this.#waiting) wake();
    queueMicrotask(() => {
      this.#waiting = [];
    });
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
