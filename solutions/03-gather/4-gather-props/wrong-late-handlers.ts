// Attaches the handlers in a later event-loop iteration; until then a promise that has rejected has none.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: 1 timer was set (0 → 0 ms); expected 0
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  await new Promise((resolve) => setImmediate(resolve));
  const values = await Promise.all(entries.map(([, promise]) => promise));
  return Object.fromEntries(entries.map(([key], i) => [key, values[i]])) as T;
}
