// As long as calls are being woken, it says that it is set, so that their code finds it set.
// Fails: isSet says whether it is set
// Says: both during the call
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;
  #waking = 0;

  get isSet() {
    return this.#isSet || this.#waking > 0;
  }

  set() {
    this.#isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(() => {
        this.#waking++;
        resolve();
      });
    });
    queueMicrotask(() => this.#waking--);
  }
}
