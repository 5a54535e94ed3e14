// Starts a step only when the one before it has ended.
// Fails: aborts the signal of a step when its limit is over, and of no other step
// Fails: aborts the signals of all running steps when the caller quits, with the same reason
// Fails: fulfils after exactly the ms of a pause, or rejects when the caller quits
// Says: 'b' was started at 23 ms; expected at 0 ms.
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

  #last: Promise<unknown> | undefined;

  async run<T>(op: Op<T>, limit = Infinity): Promise<T> {
    if (this.#last)
      return this.#last.then(
        () => this.#go(op, limit),
        () => this.#go(op, limit),
      );
    const go = this.#go(op, limit);
    this.#last = go.finally(() => {
      this.#last = undefined;
    });
    this.#last.catch(() => {});
    return go;
  }

  async #go<T>(op: Op<T>, limit: number): Promise<T> {
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
