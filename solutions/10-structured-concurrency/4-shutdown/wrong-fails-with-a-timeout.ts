// Work that does not end in time is a failure of close.
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of jobs that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: goes on waiting when work fails, and never rejects
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: 'b' was told to stop at 72 ms.

export class Door {
  readonly #grace: number;
  readonly #controller = new AbortController();
  #inside = 0;
  #onEmpty = () => {};
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    this.#inside++;
    try {
      return await work(this.#controller.signal);
    } finally {
      this.#inside--;
      if (this.#inside === 0) this.#onEmpty();
    }
  }

  close(): Promise<number> {
    this.#closed ??= new Promise((resolve, reject) => {
      if (this.#inside === 0) return resolve(0);
      const giveUp = () => {
        this.#controller.abort();
        reject(new Error(`${this.#inside} did not end in time`));
      };
      const timer = this.#grace < Infinity ? setTimeout(giveUp, this.#grace) : undefined;
      this.#onEmpty = () => {
        clearTimeout(timer);
        resolve(0);
      };
    });
    return this.#closed;
  }
}
