// Callbacks in the way of Node: one list, taken away whole by the call or the abort that ends it.
type Callback = (error: { reason: unknown } | null, place: number) => void;

export class Barrier {
  readonly #callbacks: Callback[] = [];
  readonly #parties: number;
  #error: { reason: unknown } | null = null;

  constructor(parties: number) {
    const isWhole = Math.floor(parties) === parties;
    if (!isWhole || parties <= 0) throw new RangeError(`${parties} is no number of parties`);
    this.#parties = parties;
  }

  #wait(callback: Callback) {
    const isLast = this.#callbacks.push(callback) === this.#parties;
    if (isLast || this.#error) this.#settle();
  }

  #settle() {
    this.#callbacks.splice(0).forEach((callback, place) => {
      callback(this.#error, place);
    });
  }

  wait() {
    return new Promise<number>((resolve, reject) => {
      this.#wait((error, place) => (error ? reject(error.reason) : resolve(place)));
    });
  }

  abort(reason: unknown) {
    if (this.#error) return;
    this.#error = { reason };
    this.#settle();
  }
}
