// Looks every millisecond.
// Fails: set wakes all calls that are pending
// Fails: wakes the pending calls also if clear is called right after set
// Fails: lets a call that comes after clear wait for the next set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: sets no timer
// Says: A timer of 1 ms was set
import { setTimeout as sleep } from 'node:timers/promises';

export class Happening {
  isSet = false;

  set() {
    this.isSet = true;
  }

  clear() {
    this.isSet = false;
  }

  async wait() {
    while (!this.isSet) await sleep(1);
  }
}
