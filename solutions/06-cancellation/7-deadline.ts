import { setTimeout as sleep } from 'node:timers/promises';

/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * One budget of time for several steps: what the first one uses, the others do not have.
 *
 * - `left()` returns how many of the `ms` milliseconds are left. They run from the construction on, also between the
 *   steps, and `left()` is never less than 0.
 * - `run` calls `op` once, during the call, with an AbortSignal that is not aborted.
 * - When the time is up while `op` is running, its signal is aborted at that moment. The reason is an Error whose
 *   `name` is 'TimeoutError'.
 * - With `limit`, that happens `limit` ms after the call of `run` at the latest. A limit ends its own step only.
 * - When the signal of the caller is aborted, so are the signals of all running steps, with the same reason.
 * - `run` settles only when `op` has ended. After an abort, it fulfils with the value of `op`, or rejects with the
 *   reason of the signal, whatever `op` rejects with.
 * - When `op` ends before an abort, `run` settles at that moment, with the same value or reason. A throw counts as a
 *   rejection. The time and the limit do not abort its signal after that.
 * - When the time is up before the call, `run` and `pause` reject immediately with a TimeoutError. When the signal of
 *   the caller was aborted before, they reject with its reason. `op` is not called.
 * - `pause` fulfils after exactly `ms` milliseconds, or rejects with the reason when the caller's signal is aborted.
 * - When the pause takes as long as what is left, or longer, it rejects immediately with a TimeoutError.
 * - Timers and listeners are there only while a step or a pause is running. `run` sets one timer at most, and none
 *   without any limit. No timer fires twice.
 * - A time or limit that is less than 1, or NaN, is a RangeError: the constructor throws it, `run` and `pause` reject
 *   with it, and `op` is not called. `Infinity` is no limit.
 *
 * @param ms a whole number from 1 to 2,147,483,647 (some 24 days), or `Infinity`
 */
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

  async run<T>(op: Op<T>, limit?: number): Promise<T> {
    const ms = Math.min(checked(limit ?? Infinity), this.#rest());
    const controller = new AbortController();
    const { signal } = controller;
    const expire = () => controller.abort(timeIsUp());
    const quit = () => controller.abort(this.#caller?.reason);
    // setTimeout takes Infinity for 1 ms.
    const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
    this.#caller?.addEventListener('abort', quit);
    try {
      return await op(signal);
    } catch (error) {
      // An error that comes after the abort is a consequence: the reason is the cause.
      signal.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#caller?.removeEventListener('abort', quit);
    }
  }

  async pause(ms: number): Promise<void> {
    // What is known now needs no wait.
    if (checked(ms) >= this.#rest()) throw timeIsUp();
    await this.run((signal) => sleep(ms, undefined, { signal }));
  }

  /** What is left for a step that is about to begin. */
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
