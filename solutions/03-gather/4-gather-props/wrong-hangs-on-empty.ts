// Resolves only in a handler; with an empty input no handler ever runs.
// Fails: fulfils with an empty object when the input is empty
// Says: Does your code settle the promise when there is nothing to wait for?
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const result: Record<string, unknown> = { ...promises };
    const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
    let missing = entries.length;
    for (const [key, promise] of entries) {
      Promise.resolve(promise).then((value) => {
        result[key] = value;
        missing--;
        if (missing === 0) resolve(result as T);
      }, reject);
    }
  });
}
