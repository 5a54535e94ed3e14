// `clear` makes a new promise in any case. (A call that waits for the old one is never woken.)
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: change what they wait for
export class Happening {
  #wake = () => {};
  #happens = this.#next();
  isSet = false;

  set() {
    this.isSet = true;
    this.#wake();
  }

  clear() {
    this.isSet = false;
    this.#happens = this.#next();
  }

  wait() {
    return this.#happens;
  }

  #next() {
    return new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
