// Wakes in a microtask, and by then others may have come.
// Fails: lets a call that comes after clear wait for the next set
// Says: was for the calls that were pending
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    queueMicrotask(() => {
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
