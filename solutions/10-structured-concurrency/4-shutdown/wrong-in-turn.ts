// Waits for one work after another, and each has a grace of its own.
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of jobs that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: goes on waiting when work fails, and never rejects
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Says: When the grace is over, tell all that is inside.

interface Visit {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export class Door {
  readonly #grace: number;
  readonly #visits = new Set<Visit>();
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const controller = new AbortController();
    let leave = () => {};
    const ended = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const visit = { controller, ended };
    this.#visits.add(visit);
    try {
      return await work(controller.signal);
    } finally {
      this.#visits.delete(visit);
      leave();
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<number> {
    let told = 0;
    for (const { controller, ended } of [...this.#visits]) {
      const insist = () => {
        told++;
        controller.abort();
      };
      const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
      await ended;
      clearTimeout(timer);
    }
    return told;
  }
}
