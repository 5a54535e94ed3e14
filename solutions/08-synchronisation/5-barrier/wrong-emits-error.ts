// Emits the abort as an 'error' event, which throws if no call waits.
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: sets no timer
// Says: It threw synchronously at 0 ms: no bread
import { EventEmitter, once } from 'node:events';

export class Barrier {
  readonly #parties: number;
  #round = new EventEmitter().setMaxListeners(0);
  #came = 0;
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const place = this.#came++;
    const complete = once(this.#round, 'complete');
    if (this.#came === this.#parties) {
      const round = this.#round;
      this.#round = new EventEmitter().setMaxListeners(0);
      this.#came = 0;
      round.emit('complete');
    }
    await complete;
    return place;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    this.#round.emit('error', reason);
  }
}
