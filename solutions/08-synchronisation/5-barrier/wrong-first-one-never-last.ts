// The first call of a round makes its promise, and waits for it: with one party there is nobody to settle it.
// Fails: lets each call go on immediately when there is one party
// Fails: rejects each call that comes after an abort with its reason
// Says: the first call of a round is its last one
interface Round {
  came: number;
  complete(): void;
  fail(reason: unknown): void;
  readonly promise: Promise<void>;
}

function begin(): Round {
  const round = { came: 1 } as Round;
  const promise = new Promise<void>((complete, fail) => Object.assign(round, { complete, fail }));
  return Object.assign(round, { promise });
}

export class Barrier {
  readonly #parties: number;
  #round: Round | undefined;
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    if (!this.#round) {
      this.#round = begin();
      await this.#round.promise;
      return 0;
    }
    const round = this.#round;
    const place = round.came++;
    if (round.came === this.#parties) {
      this.#round = undefined;
      round.complete();
    }
    await round.promise;
    return place;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    this.#round?.fail(reason);
  }
}
