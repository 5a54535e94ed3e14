// Wakes one call, as a lock does. (All of them have waited for the same moment.)
// Fails: lets the calls of a round go on when the last of them comes
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: rejects the calls that wait with the reason of abort
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: the others of that round are woken
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
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
    if (this.#came === this.#parties) {
      this.#came = 0;
      this.#round.shift()?.resolve(0);
      return place;
    }
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
