// Wakes in the next event-loop iteration, so that the caller of `set` can go on first.
// Fails: sets no timer
// Says: no timer is needed
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    for (const wake of this.#waiting.splice(0)) setImmediate(wake);
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
