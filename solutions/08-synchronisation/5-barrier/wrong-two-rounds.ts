// Has two rounds, and the third one finds the first one open.
// Fails: takes each call after the last one of a round for the next round
// Fails: is a barrier of its own
// Says: Each round needs as many calls of its own
class Round {
  came = 0;
  resolve = () => {};
  reject = (_: unknown) => {};
  readonly complete = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.complete.catch(() => {});
  }
}

export class Barrier {
  readonly #parties: number;
  readonly #rounds = [new Round(), new Round()] as const;
  #current: 0 | 1 = 0;
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const round = this.#rounds[this.#current];
    const place = round.came++;
    if (round.came === this.#parties) {
      round.came = 0;
      this.#current = this.#current === 0 ? 1 : 0;
      round.resolve();
    }
    await round.complete;
    return place;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    this.#rounds[this.#current].reject(reason);
  }
}
