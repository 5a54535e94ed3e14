/**
 * Like `gather`, for an object: waits for the promise under every key.
 *
 * - Fulfils with a new object that has each value under its key; its prototype does not matter.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier. No timer is needed for that.
 * - The keys are in input order, whichever promise fulfils first.
 * - Keeps every own key that is a string, and no inherited one. A key may be `__proto__`.
 * - Every value counts, unchanged: also `undefined`, another falsy value, or an Error.
 * - The same promise may be under two keys.
 * - A thenable is awaited like a promise; it may have no method but `then`, and may pass on another thenable.
 * - Each call has its own object, also when two calls are in flight at the same time.
 * - Does not change `promises`.
 * - Reads `promises` during the call: later changes have no effect.
 * - Rejects as soon as the first promise rejects, with the same reason, also `undefined`.
 * - No rejection is unhandled: neither a later one, nor one from before the call.
 * - With an empty object, fulfils with `{}`.
 */
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  // One wait for all keys, not one for each: the first rejection ends it, whichever key it is.
  const values = await Promise.all(keys.map((key) => promises[key]));
  return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as T;
}
