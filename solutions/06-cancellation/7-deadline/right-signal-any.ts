// `AbortSignal.any` joins the caller and a controller for the time, so no listener is to be removed.
import { setTimeout } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export class Deadline {
  #end: number;
  #signals: AbortSignal[];

  constructor(ms: number, signal?: AbortSignal) {
    assertTime(ms);
    this.#end = Date.now() + ms;
    this.#signals = signal ? [signal] : [];
  }

  left() {
    return Math.max(0, this.#end - Date.now());
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    assertTime(limit);
    for (const signal of this.#signals) signal.throwIfAborted();
    if (this.left() === 0) throw new DOMException('Too late', 'TimeoutError');
    const clock = new AbortController();
    const expiry = new AbortController();
    const signal = AbortSignal.any([...this.#signals, expiry.signal]);
    const ms = Math.min(limit, this.left());
    if (Number.isFinite(ms))
      setTimeout(ms, undefined, { signal: clock.signal }).then(
        () => expiry.abort(new DOMException('Too slow', 'TimeoutError')),
        () => {},
      );
    try {
      return await op(signal);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clock.abort();
    }
  }

  async pause(ms: number) {
    assertTime(ms);
    const [signal] = this.#signals;
    if (ms >= this.left()) throw new DOMException('No time for a pause', 'TimeoutError');
    try {
      await setTimeout(ms, undefined, { ...(signal && { signal }) });
    } catch {
      throw signal?.reason;
    }
  }
}

function assertTime(ms: number) {
  if (Number.isNaN(ms) || ms < 1) throw new RangeError('too short');
}
