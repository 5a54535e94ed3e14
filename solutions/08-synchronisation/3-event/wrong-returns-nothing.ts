// Returns no promise if it is set: there is nothing to wait for. (Code that calls `then` on it throws.)
// Fails: set wakes all calls that are pending
// Fails: fulfils in the millisecond of the call while it is set
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Fails: can be set and cleared again and again, with any number of pending calls
// Fails: is set and cleared by itself
// Fails: sets no timer
// Says: reading 'then'
export class Happening {
  #waiting: (() => void)[] = [];
  isSet = false;

  set() {
    this.isSet = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  clear() {
    this.isSet = false;
  }

  wait() {
    if (this.isSet) return;
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
