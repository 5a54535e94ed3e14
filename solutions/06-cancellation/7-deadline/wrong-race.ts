// Races the step against its time, and does not wait until it has stopped.
// Fails: settles only when op has ended, with its value, or with the reason of the abort
// Fails: sets one timer for a step, and leaves none, and no listener, when nothing is running
// Fails: takes no time that is less than 1, or NaN, and takes Infinity for no limit
// Says: It settled at 53 ms, when 'page' (until 2003 ms) was still running
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

const tooLate = () => Object.assign(new Error('too late'), { name: 'TimeoutError' });

function assertTime(ms: number) {
  if (!(ms >= 1)) throw new RangeError(`${ms} is no time`);
}

export class Deadline {
  private end: number;
  private signal: AbortSignal;

  constructor(ms: number, signal = new AbortController().signal) {
    assertTime(ms);
    this.end = Date.now() + ms;
    this.signal = signal;
  }

  left() {
    return Math.max(this.end - Date.now(), 0);
  }

  async run<T>(op: Op<T>, limit?: number): Promise<T> {
    if (limit !== undefined) assertTime(limit);
    this.signal.throwIfAborted();
    if (this.left() === 0) throw tooLate();
    const expiry = new AbortController();
    const signal = AbortSignal.any([this.signal, expiry.signal]);
    const ms = Math.min(limit ?? Infinity, this.left());
    let timer: NodeJS.Timeout | undefined;
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    if (ms !== Infinity) timer = setTimeout(() => expiry.abort(tooLate()), ms);
    try {
      return await Promise.race([op(signal), stopped]);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }

  async pause(ms: number): Promise<void> {
    assertTime(ms);
    this.signal.throwIfAborted();
    if (ms >= this.left()) throw tooLate();
    try {
      await sleep(ms, undefined, { signal: this.signal });
    } catch {
      throw this.signal.reason;
    }
  }
}
