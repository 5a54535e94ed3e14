// All later calls get the promise of the first one. (It has fulfilled.)
// Fails: set wakes all calls that are pending
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Says: 'dee' come while it is not set
export class Happening {
  #waiting: Promise<void> | undefined;
  #wake = () => {};
  isSet = false;

  set() {
    this.isSet = true;
    this.#wake();
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    if (this.isSet) return;
    this.#waiting ??= new Promise((resolve) => (this.#wake = resolve));
    await this.#waiting;
  }
}
