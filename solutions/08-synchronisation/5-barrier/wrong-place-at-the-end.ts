// Looks at the count when the call goes on. By then the others have come, or the next round has begun.
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Says: A call knows its place when it comes
export class Barrier {
  readonly #parties: number;
  #round = new EventTarget();
  #came = 0;
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const round = this.#round;
    this.#came++;
    const waiting = new Promise<void>((resolve, reject) => {
      round.addEventListener('complete', () => resolve());
      round.addEventListener('abort', () => reject(this.#aborted?.reason));
    });
    const isLast = this.#came === this.#parties;
    if (isLast) {
      this.#round = new EventTarget();
      round.dispatchEvent(new Event('complete'));
    }
    await waiting;
    const place = this.#came - 1;
    if (isLast) this.#came = 0;
    return place;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    this.#round.dispatchEvent(new Event('abort'));
  }
}
