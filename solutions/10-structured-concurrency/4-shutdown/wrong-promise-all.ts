// Promise.all waits for all, and rejects with the first failure.
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of jobs that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: goes on waiting when work fails, and never rejects
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: 'b' was told to stop at 72 ms, and stopped at 83 ms.

export class Door {
  readonly #grace: number;
  readonly #running = new Set<Promise<unknown>>();
  readonly #controller = new AbortController();
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const promise = (async () => work(this.#controller.signal))();
    this.#running.add(promise);
    const leave = () => this.#running.delete(promise);
    promise.then(leave, leave);
    return promise;
  }

  close(): Promise<number> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<number> {
    let told = 0;
    const insist = () => {
      told = this.#running.size;
      this.#controller.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    try {
      await Promise.all(this.#running);
    } finally {
      clearTimeout(timer);
    }
    return told;
  }
}
