// A chain: `set` wakes the last that came, and each one wakes the one before.
export class Happening {
  #last: (() => void) | undefined;
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.#last?.();
    this.#last = undefined;
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet) return;
    const before = this.#last;
    await new Promise<void>((resolve) => (this.#last = resolve));
    before?.();
  }
}
