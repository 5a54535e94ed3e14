// Counts, as a semaphore does: it needs as many calls of `clear` as of `set`.
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: decides whether it is set
export class Happening {
  #waiting: (() => void)[] = [];
  #sets = 0;

  get isSet() {
    return this.#sets > 0;
  }

  set() {
    this.#sets++;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.#sets = Math.max(0, this.#sets - 1);
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
