// The grace of work begins when it is run, and not when the door is closed.
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of jobs that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: The grace begins with the call of 'close'.

export class Door {
  #told = 0;
  readonly #grace: number;
  readonly #running = new Set<Promise<unknown>>();
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const controller = new AbortController();
    const insist = () => {
      this.#told++;
      controller.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    const promise = (async () => work(controller.signal))();
    const leave = () => {
      clearTimeout(timer);
      this.#running.delete(ended);
    };
    const ended = promise.then(leave, leave);
    this.#running.add(ended);
    return promise;
  }

  close(): Promise<number> {
    this.#closed ??= Promise.all(this.#running).then(() => this.#told);
    return this.#closed;
  }
}
