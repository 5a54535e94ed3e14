// Only a callback resolves it, and with nothing to wait for there is no callback.
// Fails: gives an empty object when there is nothing to wait for
// Says: is resolve called on every way through your code?
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
      promise.then((value) => {
        result[key] = value;
        missing--;
        if (missing === 0) resolve(result as T);
      }, reject);
    }
  });
}
