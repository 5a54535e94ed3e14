// A time limit for the end of all work; when it is over, the fallback tells what is left.
import pTimeout from 'p-timeout';

export class Door {
  readonly #grace: number;
  readonly #ends = new Map<AbortController, Promise<void>>();
  #closing?: Promise<number>;

  constructor(grace: number) {
    if (Number.isNaN(grace) || grace < 0) throw new RangeError('a grace is 0 ms or more');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error('the door is closed');
    const controller = new AbortController();
    let leave = () => {};
    const end = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.#ends.set(controller, end);
    try {
      return await work(controller.signal);
    } finally {
      this.#ends.delete(controller);
      leave();
    }
  }

  close(): Promise<number> {
    if (!this.#closing) this.#closing = this.#letThemEnd();
    return this.#closing;
  }

  #letThemEnd(): Promise<number> {
    const all = Promise.all(this.#ends.values());
    const insist = async () => {
      const told = this.#ends.size;
      for (const controller of this.#ends.keys()) controller.abort();
      await all;
      return told;
    };
    const inTime = all.then(() => 0);
    // It takes no limit of 0.
    return pTimeout(inTime, { milliseconds: Math.max(this.#grace, 1), fallback: insist });
  }
}
