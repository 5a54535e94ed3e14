// Looks at the limit of a step, and not at the time of a pause.
// Fails: takes no time that is less than 1, or NaN, and takes Infinity for no limit
// Says: It was called with 0 ms, which is no time: reject with a RangeError.
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
      signal.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#caller?.removeEventListener('abort', quit);
    }
  }

  async pause(ms: number): Promise<void> {
    if (ms >= this.#rest()) throw timeIsUp();
    await this.run((signal) => sleep(ms, undefined, { signal }));
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
