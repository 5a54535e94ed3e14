// Asks its promise by `then` whether it has happened. (A handler runs a microtask later.)
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: is woken by the next `set`
export class Happening {
  #isSet = false;
  #wake = () => {};
  #happens = this.#next();

  get isSet() {
    return this.#isSet;
  }

  set() {
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
    const happens = new Promise<void>((resolve) => (this.#wake = resolve));
    happens.then(() => (this.#isSet = true));
    return happens;
  }
}
