// `clear` fulfils the old promise before it makes a new one, so that no call is forgotten. (It has not happened.)
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
    this.#wake();
    this.#happens = this.#next();
  }

  wait() {
    return this.#happens;
  }

  #next() {
    return new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
