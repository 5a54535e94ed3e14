// Keeps the reason in an AbortController. (It makes an AbortError of undefined.)
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing in a second abort
// Says: It rejected with DOMException('This operation was aborted', 'AbortError')
type Waiter = (place: number) => void;

export class Barrier {
  readonly #parties: number;
  readonly #controller = new AbortController();
  #round: Waiter[] = [];

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    const { signal } = this.#controller;
    signal.throwIfAborted();
    return new Promise<number>((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      this.#round.push((place) => {
        signal.removeEventListener('abort', onAbort);
        resolve(place);
      });
      if (this.#round.length < this.#parties) return;
      for (const [place, goOn] of this.#round.splice(0).entries()) goOn(place);
    });
  }

  abort(reason: unknown) {
    this.#controller.abort(reason);
  }
}
