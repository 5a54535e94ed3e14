// Wakes each call with its ending, and throws that after an abort. A reason that is a thenable is awaited on the way.
// Fails: rejects the calls that wait with the reason of abort
// Says: It rejected with 'what it fulfils with' at 13 ms
const COMPLETE = Symbol('complete');

export class Barrier {
  readonly #parties: number;
  #round: ((ending: unknown) => void)[] = [];
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    if (this.#broken) throw this.#broken.reason;
    const place = this.#round.length;
    const ended = new Promise<unknown>((resolve) => this.#round.push(resolve));
    if (place + 1 === this.#parties) this.#end(COMPLETE);
    const ending = await ended;
    if (ending !== COMPLETE) throw ending;
    return place;
  }

  abort(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    this.#end(reason);
  }

  #end(ending: unknown) {
    for (const resolve of this.#round.splice(0)) resolve(ending);
  }
}
