// Collects promises for Promise.all. But who waits for all of them, waits for itself.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: When the last call of a round comes, the others of that round are woken
export class Barrier {
  readonly #parties: number;
  #calls: Promise<number>[] = [];
  #fails: ((reason: unknown) => void)[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const calls = this.#calls;
    const place = calls.length;
    const own: Promise<number> = new Promise((resolve, reject) => {
      this.#fails.push(reject);
      queueMicrotask(() => Promise.all(calls).then(() => resolve(place), reject));
    });
    calls.push(own);
    if (calls.length === this.#parties) {
      this.#calls = [];
      this.#fails = [];
    }
    return own;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    for (const fail of this.#fails) fail(reason);
  }
}
