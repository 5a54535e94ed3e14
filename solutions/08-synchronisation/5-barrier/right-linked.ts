// Each call knows the one before it: the last one follows that chain, and lets all of them go on.
interface Waiting {
  readonly before: Waiting | undefined;
  readonly place: number;
  readonly resolve: (place: number) => void;
  readonly reject: (reason: unknown) => void;
}

export class Barrier {
  readonly #parties: number;
  #latest: Waiting | undefined;
  #end: (() => never) | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    if (parties >= 1 && parties === Math.trunc(parties)) return;
    throw new RangeError(`${parties} parties`);
  }

  wait(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#end?.();
      const before = this.#latest;
      const place = before ? before.place + 1 : 0;
      this.#latest = { before, place, resolve, reject };
      if (place === this.#parties - 1) this.#each((one) => one.resolve(one.place));
    });
  }

  abort(reason: unknown) {
    if (this.#end) return;
    this.#end = () => {
      throw reason;
    };
    this.#each((one) => one.reject(reason));
  }

  #each(letGo: (one: Waiting) => void) {
    let one = this.#latest;
    this.#latest = undefined;
    for (; one; one = one.before) letGo(one);
  }
}
