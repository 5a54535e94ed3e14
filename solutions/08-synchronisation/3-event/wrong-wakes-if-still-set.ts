// Wakes in a microtask, if it is still set.
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: look at the flag again
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    const wakeAll = () => {
      if (this.#isSet) for (const wake of this.#waiting.splice(0)) wake();
    };
    Promise.resolve().then(wakeAll);
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
