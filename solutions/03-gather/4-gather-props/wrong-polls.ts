// Checks every millisecond whether all values are there.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  const values: unknown[] = [];
  const failures: unknown[] = [];
  let missing = entries.length;
  entries.forEach(([, promise], i) => {
    Promise.resolve(promise).then(
      (value) => {
        values[i] = value;
        missing--;
      },
      (failure) => failures.push(failure),
    );
  });
  while (missing > 0) {
    if (failures.length > 0) throw failures[0];
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Object.fromEntries(entries.map(([key], i) => [key, values[i]])) as T;
}
