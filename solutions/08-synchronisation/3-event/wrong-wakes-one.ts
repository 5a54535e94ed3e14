// Wakes the first one in the line, as a lock does.
// Fails: set wakes all calls that are pending
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Fails: sets no timer
// Says: the next `set` wakes them
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.#waiting.shift()?.();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
