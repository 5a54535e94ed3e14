// `set` is async and looks after the others first, so the flag comes a microtask later.
// Fails: fulfils in the millisecond of the call while it is set
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: has nothing to wait for
export class Happening {
  #waiting: (() => void)[] = [];
  isSet = false;

  async set() {
    const woken = this.#waiting.splice(0).map(async (wake) => wake());
    await Promise.all(woken);
    this.isSet = true;
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
