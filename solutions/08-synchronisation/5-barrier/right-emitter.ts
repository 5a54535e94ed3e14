// An emitter for each round, with an event for its end and one for the abort.
import { EventEmitter } from 'node:events';

/** Many may wait: Node would print a warning from the eleventh listener on. */
const newRound = () => new EventEmitter().setMaxListeners(0);

export class Barrier {
  readonly #parties: number;
  #round = newRound();
  #ending: [reason: unknown] | [] = [];

  constructor(parties: number) {
    this.#parties = parties;
    if (!(parties >= 1 && (parties === Infinity || parties % 1 === 0))) throw new RangeError();
  }

  wait(): Promise<number> {
    if (this.#ending.length > 0) return Promise.reject(this.#ending[0]);
    return new Promise((resolve, reject) => {
      const round = this.#round;
      const place = round.listenerCount('complete');
      round.on('complete', () => resolve(place)).on('abort', reject);
      if (place + 1 < this.#parties) return;
      this.#round = newRound();
      round.emit('complete');
    });
  }

  abort(reason: unknown) {
    if (this.#ending.length > 0) return;
    this.#ending = [reason];
    this.#round.emit('abort', reason);
  }
}
