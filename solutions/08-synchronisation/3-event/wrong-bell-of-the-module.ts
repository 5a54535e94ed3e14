// One emitter for the whole module: each `set` wakes the callers of all.
// Fails: is set and cleared by itself
// Says: has its own flag
import { EventEmitter, once } from 'node:events';

const bell = new EventEmitter().setMaxListeners(0);

export class Happening {
  isSet = false;

  set() {
    this.isSet = true;
    bell.emit('set');
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    if (!this.isSet) await once(bell, 'set');
  }
}
