// Wakes one after another, as long as it is set.
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Says: look at the flag again
export class Happening {
  readonly #waiting: (() => void)[] = [];
  isSet = false;

  async set() {
    this.isSet = true;
    while (this.isSet && this.#waiting.length > 0) {
      this.#waiting.shift()?.();
      await undefined;
    }
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    if (!this.isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
