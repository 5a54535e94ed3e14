// A Subject for each round: it completes, or ends with an error.
import { lastValueFrom, Subject } from 'rxjs';

export class Barrier {
  readonly #parties: number;
  #round = new Subject<never>();
  #size = 0;
  #isAborted = false;

  constructor(parties: number) {
    this.#parties = parties;
    const isWhole = parties === Infinity || Number.isInteger(parties);
    if (!(isWhole && parties > 0)) throw new RangeError('no number of parties');
  }

  async wait() {
    const place = this.#size++;
    const going = lastValueFrom(this.#round, { defaultValue: place });
    if (this.#size === this.#parties && !this.#isAborted) {
      const complete = this.#round;
      this.#round = new Subject();
      this.#size = 0;
      complete.complete();
    }
    return going;
  }

  abort(reason: unknown) {
    this.#isAborted = true;
    this.#round.error(reason);
  }
}
