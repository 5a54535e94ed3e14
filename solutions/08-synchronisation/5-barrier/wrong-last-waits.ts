// The last call wakes the others first, and then goes to wait like them.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: the last one does not wait
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    if (this.#round.length === this.#parties - 1)
      for (const [i, { resolve }] of this.#round.splice(0).entries()) resolve(i);
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
