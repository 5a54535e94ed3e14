// Wakes only the first call. Each call that goes on wakes the next one: a chain of microtasks in the same millisecond.
interface Call {
  readonly place: number;
  next?: Call;
  goOn(): void;
  fail(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #first: Call | undefined;
  #last: Call | undefined;
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    if (parties !== Infinity && !Number.isInteger(parties)) throw new RangeError('no number');
    if (parties < 1) throw new RangeError('nobody would come');
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    if (this.#broken) throw this.#broken.reason;
    let self!: Call;
    const woken = new Promise<void>((goOn, fail) => {
      self = { place: this.#last ? this.#last.place + 1 : 0, goOn, fail };
    });
    if (this.#last) this.#last.next = self;
    else this.#first = self;
    this.#last = self;
    if (self.place === this.#parties - 1) (this.#take() as Call).goOn();
    await woken;
    self.next?.goOn();
    return self.place;
  }

  abort(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    for (let call = this.#take(); call; call = call.next) call.fail(reason);
  }

  #take(): Call | undefined {
    const first = this.#last && this.#first;
    this.#last = undefined;
    return first;
  }
}
