// Waits for the next event of an emitter. (An emitter does not remember what it has emitted.)
// Fails: set wakes all calls that are pending
// Fails: fulfils in the millisecond of the call while it is set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Says: 'cem' comes while it is set
import { EventEmitter, once } from 'node:events';

export class Happening {
  readonly #bell = new EventEmitter().setMaxListeners(0);
  isSet = false;

  set() {
    this.isSet = true;
    this.#bell.emit('set');
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    await once(this.#bell, 'set');
  }
}
