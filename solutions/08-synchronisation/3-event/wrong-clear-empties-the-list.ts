// `clear` begins from nothing: it empties the list of those that wait, too.
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: change what they wait for
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
    this.#waiting = [];
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
