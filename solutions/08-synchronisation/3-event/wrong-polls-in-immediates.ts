// Looks once in each event-loop iteration, and asks how often it was set.
// Fails: set wakes all calls that are pending
// Fails: fulfils in the millisecond of the call while it is set
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Fails: sets no timer
// Says: Await the work itself
import { setImmediate as nextIteration } from 'node:timers/promises';

export class Happening {
  isSet = false;
  #sets = 0;

  set() {
    this.isSet = true;
    this.#sets++;
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    const seen = this.isSet ? -1 : this.#sets;
    while (this.#sets === seen) await nextIteration();
  }
}
