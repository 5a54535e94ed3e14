// `clear` begins again with a new AbortController. (The calls that wait listen to the old one.)
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: change what they wait for
export class Happening {
  #controller = new AbortController();

  get isSet() {
    return this.#controller.signal.aborted;
  }

  set() {
    this.#controller.abort();
  }

  clear() {
    this.#controller = new AbortController();
  }

  async wait() {
    const { signal } = this.#controller;
    if (signal.aborted) return;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }
}
