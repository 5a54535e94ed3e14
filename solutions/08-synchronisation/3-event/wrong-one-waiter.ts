// Keeps the last call that waits, and forgets those before it.
// Fails: set wakes all calls that are pending
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Fails: sets no timer
// Says: the next `set` wakes them
export class Happening {
  isSet = false;
  #wake: (() => void) | undefined;

  set() {
    this.isSet = true;
    this.#wake?.();
  }

  clear() {
    this.isSet = false;
  }

  wait() {
    return new Promise<void>((resolve) => {
      if (this.isSet) resolve();
      else this.#wake = resolve;
    });
  }
}
