// Keeps the flag in the class: one that is set sets all others.
// Fails: is set and cleared by itself
// Says: has its own flag
export class Happening {
  static #isSet = false;
  #waiting: (() => void)[] = [];

  get isSet() {
    return Happening.#isSet;
  }

  set() {
    Happening.#isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    Happening.#isSet = false;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
