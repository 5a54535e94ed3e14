// Each call of `set` turns it over, like a switch.
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: decides whether it is set
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = !this.#isSet;
    if (this.#isSet) for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
