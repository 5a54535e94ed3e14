// Counts the calls as they go on. The last one to come is the first to go on.
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Says: A call knows its place when it comes
export class Barrier {
  readonly #parties: number;
  #round = { came: 0, gone: 0 };
  #sleepers: ((ending: { reason: unknown } | undefined) => void)[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const round = this.#round;
    if (++round.came === this.#parties) {
      this.#round = { came: 0, gone: 0 };
      const place = round.gone++;
      for (const wake of this.#sleepers.splice(0)) wake(undefined);
      return place;
    }
    const ending = await new Promise<{ reason: unknown } | undefined>((resolve) => {
      this.#sleepers.push(resolve);
    });
    if (ending) throw ending.reason;
    return round.gone++;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const wake of this.#sleepers.splice(0)) wake(this.#aborted);
  }
}
