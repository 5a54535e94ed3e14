// `set` fulfils the promise, and makes the next one. It exists only while a call waits for it.
export class Happening {
  #pending: { promise: Promise<void>; wake: () => void } | undefined;
  isSet = false;

  set() {
    this.isSet = true;
    this.#pending?.wake();
    this.#pending = undefined;
  }

  clear() {
    this.isSet = false;
  }

  wait(): Promise<void> {
    if (this.isSet) return Promise.resolve();
    if (!this.#pending) {
      let wake = () => {};
      const promise = new Promise<void>((resolve) => (wake = resolve));
      this.#pending = { promise, wake };
    }
    return this.#pending.promise;
  }
}
