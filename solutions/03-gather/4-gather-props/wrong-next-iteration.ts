// Fulfils one event-loop iteration after the last value, with `setImmediate`.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Says: 1 timer was set (30 → 30 ms); expected 0
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  const values = await Promise.all(keys.map((key) => promises[key]));
  await new Promise(setImmediate);
  return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as T;
}
