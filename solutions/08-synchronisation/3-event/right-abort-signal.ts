// An AbortController for each time: its signal is aborted when it happens, and stays so.
export class Happening {
  #controller = new AbortController();

  get isSet() {
    return this.#controller.signal.aborted;
  }

  set() {
    this.#controller.abort();
  }

  clear() {
    if (this.isSet) this.#controller = new AbortController();
  }

  wait() {
    const { signal } = this.#controller;
    return new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
