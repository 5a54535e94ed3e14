// Takes a second `set` for a mistake of its caller.
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
    if (this.#isSet) throw new Error('it is set already');
    this.#isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
