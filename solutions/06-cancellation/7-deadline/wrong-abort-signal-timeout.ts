// Joins the caller and an `AbortSignal.timeout`. (It aborts what has ended, and what is still read after that.)
// Fails: settles as op does when it ends in time, and does not abort its signal after that
// Says: Work that has ended needs no abort, and its result may still depend on the signal
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
    const ms = Math.min(limit ?? Infinity, this.left());
    const limits = ms === Infinity ? [] : [AbortSignal.timeout(ms)];
    const signal = AbortSignal.any([this.signal, ...limits]);
    try {
      return await op(signal);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
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
