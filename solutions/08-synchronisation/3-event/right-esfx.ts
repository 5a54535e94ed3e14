// AsyncManualResetEvent of @esfx, under other names.
import { AsyncManualResetEvent } from '@esfx/async-manualresetevent';

export class Happening {
  readonly #event = new AsyncManualResetEvent();

  get isSet() {
    return this.#event.isSet;
  }

  set() {
    this.#event.set();
  }

  clear() {
    this.#event.reset();
  }

  wait() {
    return this.#event.wait();
  }
}
