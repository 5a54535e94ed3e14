// Tests whether there is a reason by its truth. (A caller may abort with 0 or null.)
// Fails: settles only when op has ended, with its value, or with the reason of the abort
// Fails: rejects immediately, and starts nothing, when the time is up or the caller has quit
// Fails: fulfils after exactly the ms of a pause, or rejects when the caller quits
// Says: When the signal is aborted with null:
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
    const quit = () => controller.abort(this.#caller?.reason);
    const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
    this.#caller?.addEventListener('abort', quit);
    try {
      return await op(signal);
    } catch (error) {
      throw signal.reason || error;
    } finally {
      clearTimeout(timer);
      this.#caller?.removeEventListener('abort', quit);
    }
  }

  async pause(ms: number): Promise<void> {
    if (checked(ms) >= this.#rest()) throw timeIsUp();
    await this.run((signal) => sleep(ms, undefined, { signal }));
  }

  #rest(): number {
    if (this.#caller?.reason) throw this.#caller.reason;
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
