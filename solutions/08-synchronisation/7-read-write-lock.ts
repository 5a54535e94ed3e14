/** Starts work and returns its promise. The work is in flight until that promise settles. */
type Io<T> = () => Promise<T>;

/**
 * A read-write lock. Any number of calls may read at the same time, or one may write. A call has ended when its work
 * has settled.
 *
 * - `read` calls `f` once, in the first millisecond in which each earlier `write` has ended. Other reads may be in
 *   flight meanwhile, however many.
 * - `write` calls `f` once, in the first millisecond in which each earlier call has ended, of `read` and of `write`.
 * - No call overtakes one that waits. A read that comes while a write waits is behind it, also while others still read.
 * - Reads that wait one behind the other, without a write in between, start in the same millisecond.
 * - Each call stands in the line, and calls its `f`, also if two calls get the same `f`, or if one is made inside of an `f`.
 * - This is true of a call in whatever microtask it comes.
 * - Fulfils with the value of its work, at the same moment, whatever value it is.
 * - Rejects with the same reason, at the same moment, whatever value that is. A throw of `f` counts as a rejection,
 *   also of a call that did not have to wait.
 * - Work that rejects has ended, and so has an `f` that throws: the others go on.
 * - Each `ReadWriteLock` has a line of its own. When all calls have ended, it works as at the beginning.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class ReadWriteLock {
  /** Fulfils when each write so far has ended. */
  #writes: Promise<unknown> = Promise.resolve();
  /** Fulfils when each call so far has ended. */
  #calls: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>): Promise<T> {
    const result = this.#writes.then(() => f());
    this.#calls = Promise.all([this.#calls, settled(result)]).then(() => {});
    return result;
  }

  async write<T>(f: Io<T>): Promise<T> {
    const result = this.#calls.then(() => f());
    // Each earlier call has ended before it starts. So its end is the end of them all.
    this.#writes = settled(result);
    this.#calls = this.#writes;
    return result;
  }
}

/** Fulfils when this promise settles. A failure is the business of its caller, and of no other call. */
function settled(promise: Promise<unknown>): Promise<void> {
  const nothing = () => {};
  return promise.then(nothing, nothing);
}
