// Wakes a hundred calls in each event-loop iteration, so that other code can run in between.
// Fails: sets no timer
// Says: no timer is needed
import { setImmediate as nextIteration } from 'node:timers/promises';

export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet() {
    return this.#isSet;
  }

  async set() {
    this.#isSet = true;
    const waiting = this.#waiting.splice(0);
    while (waiting.length > 0) {
      for (const wake of waiting.splice(0, 100)) wake();
      if (waiting.length > 0) await nextIteration();
    }
  }

  clear() {
    this.#isSet = false;
  }

  async wait() {
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
