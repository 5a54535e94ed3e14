// An EventEmitter wakes, and a flag remembers.
import { EventEmitter, once } from 'node:events';

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
    await once(this.#bell, 'set');
  }
}
