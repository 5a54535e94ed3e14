/** Those who wait for the last call of one round. */
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

/**
 * A barrier: `parties` calls of `wait` are a round. They wait for each other, and go on together.
 *
 * - The calls of a round fulfil in the millisecond in which the last of them comes. So the last one does not wait.
 * - Each of them fulfils with its place in the round: 0 for the first call, `parties - 1` for the last one.
 * - As soon as the last call of a round has come, each further call belongs to the next round: in whatever microtask it
 *   comes, also if its caller has just gone on.
 * - With one party, each call is a round, and no call waits.
 * - `abort` rejects the calls that wait, at the same moment, with its very reason, whatever value that is.
 * - Each call that comes after an abort rejects with that reason, at the same moment. They make no round any more.
 * - An abort does nothing to a round whose last call has come, also in the same millisecond.
 * - Only the first abort counts. A later one does nothing.
 * - Each `Barrier` has its own rounds and its own abort.
 * - Sets no timer. (`setImmediate` counts as one.)
 * - `parties` is a whole number from 1 on, or Infinity: then all calls wait for an abort. For any other number, the
 *   constructor throws a RangeError.
 */
export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    // An object, because the reason itself may be undefined.
    if (this.#broken) throw this.#broken.reason;
    return new Promise((goOn, fail) => {
      this.#round.push({ goOn, fail });
      if (this.#round.length < this.#parties) return;
      // The list is taken away in the same step: who goes on, and comes back, finds a new round.
      for (const [place, waiter] of this.#takeRound().entries()) waiter.goOn(place);
    });
  }

  abort(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    for (const waiter of this.#takeRound()) waiter.fail(reason);
  }

  #takeRound(): Waiter[] {
    const round = this.#round;
    this.#round = [];
    return round;
  }
}
