// Counts each `set` up and each `clear` down, also below 0.
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: decides whether it is set
export class Happening {
  #waiting: (() => void)[] = [];
  #balance = 0;

  get isSet() {
    return this.#balance > 0;
  }

  set() {
    this.#balance = Math.min(1, this.#balance + 1);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#balance--;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
