// Asks before each step whether the caller has quit, and not while it is running.
// Fails: aborts the signals of all running steps when the caller quits, with the same reason
// Fails: settles only when op has ended, with its value, or with the reason of the abort
// Fails: takes no time that is less than 1, or NaN, and takes Infinity for no limit
// Says: 'a' was told to stop at 53 ms; expected at 17 ms.
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export class Deadline {
  readonly #end: number;
  readonly #caller: AbortSignal | undefined;

  constructor(ms: number, signal?: AbortSignal) {
    this.#end = performance.now() + checked(ms);
    this.#caller = signal;
  }

  left(): number {
    return Math.max(0, this.#end - performance.now());
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    const ms = Math.min(checked(limit), this.#rest());
    const controller = new AbortController();
    const { signal } = controller;
    const expire = () => controller.abort(timeIsUp());
    const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
    try {
      return await op(signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async pause(ms: number): Promise<void> {
    if (checked(ms) >= this.#rest()) throw timeIsUp();
    try {
      await sleep(ms, undefined, { ...(this.#caller && { signal: this.#caller }) });
    } catch {
      throw this.#caller?.reason;
    }
  }

  #rest(): number {
    this.#caller?.throwIfAborted();
    const left = this.left();
    if (left === 0) throw timeIsUp();
    return left;
  }
}

const timeIsUp = () => new DOMException('The time is up', 'TimeoutError');

function checked(ms: number): number {
  if (ms >= 1) return ms;
  throw new RangeError(`Expected at least 1 ms, got ${ms}`);
}
