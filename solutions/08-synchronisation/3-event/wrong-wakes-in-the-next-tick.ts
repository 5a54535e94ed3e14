// Wakes in a `nextTick` job all calls that are in the list. (Later calls may be in it, too.)
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
    process.nextTick(() => this.#wakeAll());
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wakeAll() {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
