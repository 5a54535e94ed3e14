// Listens to an `AbortSignal.timeout` of the rest, and passes its reason on only while the step is running.
import { scheduler } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export class Deadline {
  readonly #end: number;
  readonly #caller: AbortSignal;

  constructor(ms: number, caller = new AbortController().signal) {
    if (isOdd(ms)) throw new RangeError('too short a deadline');
    this.#end = Date.now() + ms;
    this.#caller = caller;
  }

  left() {
    return Math.max(0, this.#end - Date.now());
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    if (isOdd(limit)) throw new RangeError('too low');
    if (this.#caller.aborted) throw this.#caller.reason;
    const left = this.left();
    if (left === 0) throw new DOMException('The time is up', 'TimeoutError');
    const step = new AbortController();
    const over = new AbortController();
    const ms = Math.min(limit, left);
    const causes = [this.#caller];
    if (ms !== Infinity) causes.push(AbortSignal.timeout(ms));
    for (const cause of causes)
      cause.addEventListener('abort', () => step.abort(cause.reason), { signal: over.signal });
    try {
      return await op(step.signal);
    } catch (error) {
      throw step.signal.aborted ? step.signal.reason : error;
    } finally {
      over.abort();
    }
  }

  async pause(ms: number): Promise<void> {
    if (isOdd(ms)) throw new RangeError('too short');
    if (this.left() <= ms) throw new DOMException('The time would be up', 'TimeoutError');
    return scheduler.wait(ms, { signal: this.#caller }).catch(() => {
      throw this.#caller.reason;
    });
  }
}

const isOdd = (ms: number) => !(ms >= 1);
