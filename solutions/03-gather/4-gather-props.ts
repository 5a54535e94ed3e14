/**
 * Like `gather`, for an object: waits for the promise under every key.
 *
 * - Fulfils with a new plain object that has each value under its key.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier.
 * - The keys are in input order, whichever promise fulfils first.
 * - Does not change `promises`.
 * - Rejects as soon as the first promise rejects, with the same error.
 * - Later rejections change nothing, and cause no unhandled rejection.
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
