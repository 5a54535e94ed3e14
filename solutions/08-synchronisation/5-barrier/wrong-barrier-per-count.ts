// Keeps the rounds in a Map by the number of parties: two barriers for three have the same round.
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: Two barriers have nothing in common
/** Those who wait for the last call of one round. */
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

const rounds = new Map<number, Waiter[]>();

export class Barrier {
  readonly #parties: number;
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
    if (!rounds.has(parties)) rounds.set(parties, []);
  }

  async wait(): Promise<number> {
    // An object, because the reason itself may be undefined.
    if (this.#broken) throw this.#broken.reason;
    return new Promise((goOn, fail) => {
      const round = rounds.get(this.#parties) ?? [];
      round.push({ goOn, fail });
      if (round.length < this.#parties) return;
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
    return rounds.get(this.#parties)?.splice(0) ?? [];
  }
}
