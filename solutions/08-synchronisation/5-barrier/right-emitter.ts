// An event for each round, and one for the abort.
import { EventEmitter } from 'node:events';

export class Barrier {
  readonly #parties: number;
  readonly #bell = new EventEmitter().setMaxListeners(0);
  #calls = 0;
  #ending: [reason: unknown] | [] = [];

  constructor(parties: number) {
    this.#parties = parties;
    if (!(parties >= 1 && (parties === Infinity || parties % 1 === 0))) throw new RangeError();
  }

  wait(): Promise<number> {
    if (this.#ending.length > 0) return Promise.reject(this.#ending[0]);
    return new Promise((resolve, reject) => {
      const place = this.#calls++;
      this.#bell.once('go on', () => resolve(place)).once('abort', reject);
      if (this.#calls < this.#parties) return;
      this.#calls = 0;
      this.#bell.removeAllListeners('abort').emit('go on');
    });
  }

  abort(reason: unknown) {
    if (this.#ending.length > 0) return;
    this.#ending = [reason];
    this.#bell.removeAllListeners('go on').emit('abort', reason);
  }
}
