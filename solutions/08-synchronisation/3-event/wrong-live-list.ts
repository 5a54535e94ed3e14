// Wakes one after another until the list is empty. (Others may join the list meanwhile.)
// Fails: lets a call that comes after clear wait for the next set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: was for the calls that were pending
export class Happening {
  readonly #waiting: (() => void)[] = [];
  isSet = false;

  async set() {
    this.isSet = true;
    for (const wake of this.#waiting) {
      await wake();
    }
    this.#waiting.length = 0;
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
