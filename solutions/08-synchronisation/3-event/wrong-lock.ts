// A lock with another name: each call that waits takes the mutex and gives it back.
// Fails: fulfils in the millisecond of the call while it is set
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Says: has nothing to wait for
import { Mutex } from 'async-mutex';

export class Happening {
  readonly #gate = new Mutex();
  #open: (() => void) | undefined;

  constructor() {
    this.clear();
  }

  get isSet() {
    return !this.#gate.isLocked();
  }

  set() {
    this.#open?.();
  }

  clear() {
    if (this.isSet) this.#gate.acquire().then((release) => (this.#open = release));
  }

  wait() {
    return this.#gate.runExclusive(() => {});
  }
}
