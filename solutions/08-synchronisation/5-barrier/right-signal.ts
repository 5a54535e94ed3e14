// An AbortController for each round: the abort of its signal says that the round is complete.
export class Barrier {
  readonly #parties: number;
  #gate = new AbortController();
  #places: number[] = [];
  #reasons: unknown[] = [];
  #rejects = new Set<(reason: unknown) => void>();

  constructor(parties: number) {
    this.#parties = parties;
    if (!(parties >= 1) || (parties < Infinity && !Number.isInteger(parties)))
      throw new RangeError('parties');
  }

  wait() {
    return new Promise<number>((resolve, reject) => {
      if (this.#reasons.length > 0) return reject(this.#reasons[0]);
      const place = this.#places.push(this.#places.length) - 1;
      this.#rejects.add(reject);
      this.#gate.signal.addEventListener('abort', () => resolve(place), { once: true });
      if (this.#places.length !== this.#parties) return;
      const gate = this.#gate;
      this.#gate = new AbortController();
      this.#places = [];
      this.#rejects = new Set();
      gate.abort();
    });
  }

  abort(reason: unknown) {
    this.#reasons.push(reason);
    for (const reject of this.#rejects) reject(this.#reasons[0]);
    this.#rejects.clear();
  }
}
