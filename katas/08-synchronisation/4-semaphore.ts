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
  constructor(n: number) {
    // TODO: keep what you need to know of the permits.
    throw new Error('TODO: write the constructor in katas/08-synchronisation/4-semaphore.ts');
  }

  get free(): number {
    // TODO: say how many permits no call has.
    throw new Error('TODO: write free in katas/08-synchronisation/4-semaphore.ts');
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    // TODO: wait until a permit is free for this call, or until the signal is aborted.
    throw new Error('TODO: write acquire() in katas/08-synchronisation/4-semaphore.ts');
  }
}
