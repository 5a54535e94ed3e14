// Adds up what the steps have taken. (The time also passes between them, and two of them may run at a time.)
// Fails: returns how many ms are left, also between the steps, and never less than 0
// Fails: aborts the signal of a running step when the time is up, with a TimeoutError
// Fails: rejects immediately, and starts nothing, when the time is up or the caller has quit
// Fails: rejects a pause immediately that takes as long as what is left, or longer
// Says: The clock goes on, whatever the steps and the caller do
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export class Deadline {
  #left: number;
  readonly #caller: AbortSignal | undefined;

  constructor(ms: number, signal?: AbortSignal) {
    this.#left = checked(ms);
    this.#caller = signal;
  }

  left(): number {
    return Math.max(0, this.#left);
  }

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    const ms = Math.min(checked(limit), this.#rest());
    const begun = performance.now();
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
      this.#left -= performance.now() - begun;
      clearTimeout(timer);
      this.#caller?.removeEventListener('abort', quit);
    }
  }

  async pause(ms: number): Promise<void> {
    if (checked(ms) >= this.#rest()) throw timeIsUp();
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
