// A `set` that comes while calls are still being woken has nothing more to do. (Another call may have come.)
// Fails: lets a call that comes after clear wait for the next set
// Says: is woken by the next `set`
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;
  #isWaking = false;

  get isSet() {
    return this.#isSet;
  }

  async set() {
    this.#isSet = true;
    if (this.#isWaking) return;
    this.#isWaking = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await undefined;
    this.#isWaking = false;
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
