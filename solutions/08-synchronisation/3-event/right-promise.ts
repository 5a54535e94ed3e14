// One promise for all that wait. `clear` makes the next one, if this one has been kept.
export class Happening {
  #happens: Promise<void>;
  #wake = () => {};
  #isSet = false;

  constructor() {
    this.#happens = this.#next();
  }

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.#wake();
  }

  clear() {
    if (this.#isSet) this.#happens = this.#next();
    this.#isSet = false;
  }

  wait() {
    return this.#happens;
  }

  #next() {
    return new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
