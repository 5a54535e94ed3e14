// finally makes another promise, and nothing handles the rejection of that one.
// Fails: calls the work in the call, with a signal, and settles as the work does
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of jobs that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: goes on waiting when work fails, and never rejects
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: then(), finally() and a call of an async function each return a new promise

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
    promise.finally(() => this.#running.delete(promise));
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
    await Promise.allSettled(this.#running);
    clearTimeout(timer);
    return told;
  }
}
