// Leaves a loop over the events of an emitter at the first one.
import { EventEmitter, on } from 'node:events';

export class Happening {
  readonly #bell = new EventEmitter().setMaxListeners(0);
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  set() {
    this.#isSet = true;
    this.#bell.emit('set');
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (this.#isSet) return;
    for await (const _ of on(this.#bell, 'set')) return;
  }
}
