/**
 * A semaphore with `n` permits. At most n callers have one at a time, and a caller that waits may leave.
 *
 * - `acquire` fulfils with a function that releases the permit, in the first millisecond in which one of the n permits
 *   is free for this call.
 * - The calls that wait get a permit in their order. A call never overtakes one that waits, in whatever microtask it
 *   comes.
 * - When `signal` is aborted while the call waits, `acquire` rejects in that millisecond with the reason of the signal,
 *   whatever value it is.
 * - A call that has its permit keeps it until it is released, also when its `signal` is aborted after that.
 * - A call that has left the line gets no permit. The others keep their order, and a permit that is released goes to
 *   the first one that still waits.
 * - No permit is lost when one is released and a signal is aborted in the same millisecond. If the abort comes first,
 *   the call rejects. If it comes later, the call may do either: it fulfils with its function, or it rejects and its
 *   permit goes to the next call.
 * - When `signal` was aborted before the call, rejects immediately with its reason, and takes no permit. It does not
 *   throw in the call.
 * - Leaves no listener on the signal when it has fulfilled, nor on a signal that `AbortSignal.any()` made of it.
 * - Each call has its own permit and its own place, also if several have the same signal. Other listeners of the signal
 *   stay as they are, and so does its `onabort`.
 * - `free` is the number of permits that no call has: n at first, and one less as soon as a call finds one free. A
 *   permit that is released while a call waits is handed over: it is never free in between.
 * - Only the first call of a releasing function counts. A later one does nothing.
 * - `n` is a whole number from 1 on, or Infinity. For any other one, the constructor throws a RangeError.
 * - Each `Semaphore` has its own permits. When all callers have released or left, it works as at the beginning.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Semaphore {
  /** What lets each call in that waits, in their order. */
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`${n} is no number of permits`);
    this.#free = n;
  }

  get free(): number {
    return this.#free;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#wait(signal);
    let isHeld = true;
    return () => {
      if (isHeld) this.#handOver();
      isHeld = false;
    };
  }

  #wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        // It has the permit from here on: an abort that comes while it wakes up must not take the call away with it.
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(enter);
        reject(signal?.reason);
      };
      this.#waiting.add(enter);
      signal?.addEventListener('abort', leave);
    });
  }

  #handOver(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
