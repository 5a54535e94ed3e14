// Wakes the others in a timer of 0 ms, “so that they run later”. Node makes 1 ms of it.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: A timer fired at 32 ms, which was set at 31 ms
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
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      const round = this.#round.splice(0);
      setTimeout(
        () =>
          round.forEach((waiter, i) => {
            waiter.resolve(i);
          }),
        0,
      );
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
