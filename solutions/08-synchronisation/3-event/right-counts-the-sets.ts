// Wakes all at each change, and they look whether the count of sets has grown.
export class Happening {
  #sets = 0;
  #isSet = false;
  #woken: (() => void)[] = [];

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.#sets++;
    this.#wakeAll();
  }

  clear() {
    this.#isSet = false;
    this.#wakeAll();
  }

  async wait() {
    if (this.#isSet) return;
    const seen = this.#sets;
    while (this.#sets === seen) await new Promise<void>((wake) => this.#woken.push(wake));
  }

  #wakeAll() {
    for (const wake of this.#woken.splice(0)) wake();
  }
}
