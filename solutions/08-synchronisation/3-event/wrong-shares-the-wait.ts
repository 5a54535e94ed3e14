// Calls that wait share a promise, which the first one of them that is woken removes. (Another call may come before that.)
// Fails: lets a call that comes after clear wait for the next set
// Says: was for the calls that were pending
export class Happening {
  #shared: Promise<void> | undefined;
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
    this.#shared ??= new Promise((resolve) => (this.#wake = resolve));
    await this.#shared;
    this.#shared = undefined;
  }
}
