// A signal for each round: it is aborted when the round is complete, with a reason of its own if it never will be.
const COMPLETE = Symbol('complete');

export class Barrier {
  readonly #parties: number;
  #round = new AbortController();
  #came = 0;

  constructor(parties: number) {
    if (!(parties >= 1) || (parties < Infinity && !Number.isInteger(parties)))
      throw new RangeError(`${parties} is no number of parties`);
    this.#parties = parties;
  }

  async wait() {
    const { signal } = this.#round;
    const place = this.#came++;
    if (!signal.aborted) {
      const ended = new Promise((resolve) => signal.addEventListener('abort', resolve));
      if (this.#came === this.#parties) this.#complete();
      await ended;
    }
    if (signal.reason === COMPLETE) return place;
    throw signal.reason.why;
  }

  #complete() {
    const round = this.#round;
    this.#round = new AbortController();
    this.#came = 0;
    round.abort(COMPLETE);
  }

  abort(why: unknown) {
    this.#round.abort({ why });
  }
}
