// Waits for a timer of 0 ms after a step, so that its clean-up is done. (Node makes 1 ms of 0.)
// Fails: returns how many ms are left, also between the steps, and never less than 0
// Fails: aborts the signal of a step when its limit is over, and of no other step
// Fails: aborts the signals of all running steps when the caller quits, with the same reason
// Fails: settles only when op has ended, with its value, or with the reason of the abort
// Fails: settles as op does when it ends in time, and does not abort its signal after that
// Fails: fulfils after exactly the ms of a pause, or rejects when the caller quits
// Fails: rejects a pause immediately that takes as long as what is left, or longer
// Fails: sets one timer for a step, and leaves none, and no listener, when nothing is running
// Fails: takes no time that is less than 1, or NaN, and takes Infinity for no limit
// Says: left() is called before the first step and after each step.
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
      await sleep(0);
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
