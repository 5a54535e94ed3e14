// A Subject of rxjs: it tells those that have subscribed, and nobody who comes later.
// Fails: set wakes all calls that are pending
// Fails: fulfils in the millisecond of the call while it is set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Says: it has happened, so there is nothing to wait for
import { firstValueFrom, Subject } from 'rxjs';

export class Happening {
  readonly #happens = new Subject<void>();
  isSet = false;

  set() {
    this.isSet = true;
    this.#happens.next();
  }

  clear() {
    this.isSet = false;
  }

  wait() {
    return firstValueFrom(this.#happens);
  }
}
