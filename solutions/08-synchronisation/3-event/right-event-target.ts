// The class is an EventTarget that listens to itself.
export class Happening extends EventTarget {
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.dispatchEvent(new Event('set'));
  }

  clear() {
    this.#isSet = false;
  }

  wait() {
    return new Promise<void>((resolve) => {
      if (this.#isSet) resolve();
      else this.addEventListener('set', () => resolve(), { once: true });
    });
  }
}
