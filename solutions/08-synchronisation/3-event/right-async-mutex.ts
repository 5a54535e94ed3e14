// A gate: it is not set as long as a mutex is locked.
import { Mutex } from 'async-mutex';

export class Happening {
  readonly #gate = new Mutex();

  constructor() {
    void this.#gate.acquire();
  }

  get isSet() {
    return !this.#gate.isLocked();
  }

  set() {
    this.#gate.release();
  }

  clear() {
    if (this.isSet) void this.#gate.acquire();
  }

  wait() {
    return this.#gate.waitForUnlock();
  }
}
