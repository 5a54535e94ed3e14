// Has one promise. (A promise fulfils once, and nothing makes it pending again.)
// Fails: set wakes all calls that are pending
// Fails: lets a call that comes after clear wait for the next set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Says: 'dee' come while it is not set
export class Happening {
  isSet = false;
  #wake = () => {};
  readonly #happens = new Promise<void>((resolve) => (this.#wake = resolve));

  set() {
    this.isSet = true;
    this.#wake();
  }

  clear() {
    this.isSet = false;
  }

  wait() {
    return this.#happens;
  }
}
