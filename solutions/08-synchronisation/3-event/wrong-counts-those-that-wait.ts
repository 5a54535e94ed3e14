// Wakes as many as are in the list, one in each microtask. (A second `set` counts some of them again.)
// Fails: lets a call that comes after clear wait for the next set
// Says: was for the calls that were pending
export class Happening {
  readonly #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  async set() {
    this.#isSet = true;
    for (let left = this.#waiting.length; left > 0; left--) {
      this.#waiting.shift()?.();
      await undefined;
    }
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
