// `p-timeout` around `allSettled` says when the time is up, and `delay` sleeps until the caller quits.
import delay from 'delay';
import pTimeout, { TimeoutError } from 'p-timeout';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export class Deadline {
  readonly #end: number;
  readonly #caller: AbortSignal;

  constructor(ms: number, signal: AbortSignal = new AbortController().signal) {
    if (!(ms >= 1)) throw new RangeError('ms has to be 1 at least');
    this.#end = performance.now() + ms;
    this.#caller = signal;
  }

  left(): number {
    return Math.max(this.#end - performance.now(), 0);
  }

  async run<T>(op: Op<T>, limit: number = Number.POSITIVE_INFINITY): Promise<T> {
    if (!(limit >= 1)) throw new RangeError('limit has to be 1 at least');
    this.#check(0);
    const own = new AbortController();
    const signal = AbortSignal.any([this.#caller, own.signal]);
    const work = Promise.allSettled([(async () => op(signal))()]);
    await pTimeout(work, {
      milliseconds: Math.min(limit, this.left()),
      fallback: () => own.abort(new TimeoutError('The time is up')),
    });
    const [end] = await work;
    if (end.status === 'fulfilled') return end.value;
    throw signal.aborted ? signal.reason : end.reason;
  }

  async pause(ms: number): Promise<void> {
    if (!(ms >= 1)) throw new RangeError('ms has to be 1 at least');
    this.#check(ms);
    await delay(ms, { signal: this.#caller });
  }

  /** That more than so many ms are left. */
  #check(ms: number) {
    this.#caller.throwIfAborted();
    if (this.left() <= ms) throw new TimeoutError('The time is up');
  }
}
