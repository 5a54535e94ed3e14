// Clears it a microtask later, so that each call that was woken still finds it set.
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: is woken by the next `set`
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
    queueMicrotask(() => {
      this.#isSet = false;
    });
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
