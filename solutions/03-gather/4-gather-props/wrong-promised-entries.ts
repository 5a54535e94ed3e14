// Assumes that `Object.fromEntries` awaits promises of entries. (It awaits nothing.)
// Fails: fulfils with an object that has each value under its key
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: keeps the keys in input order, whichever promise fulfils first
// Fails: keeps every own key, and no inherited one
// Fails: accepts every value, also undefined
// Fails: accepts the same promise under two keys
// Fails: awaits a thenable that is not a Promise
// Fails: keeps two calls apart that are in flight at the same time
// Fails: does not change the input
// Fails: reads the input during the call
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: It did not wait for all work: 'soup' (until 30 ms), 'bread' (until 10 ms) and 'wine' (until 20 ms) were still running.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises).map(async ([key, promise]) => [key, await promise]);
  return Object.fromEntries(entries as unknown as [string, unknown][]) as T;
}
