// Waits for a second at most, so that no call waits without end.
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
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it has not happened')), 1000);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
