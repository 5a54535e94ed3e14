// Lets no call overtake those that are being woken: it joins the list. (Nothing wakes it there.)
// Fails: fulfils in the millisecond of the call while it is set
// Says: has nothing to wait for
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;
  #waking = 0;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    const waiting = this.#waiting.splice(0);
    this.#waking += waiting.length;
    for (const wake of waiting) wake();
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet && this.#waking === 0) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#waking--;
  }
}
