// Ignores the promise that `then` returns; it rejects too, and has no handler.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Did then(), finally() or an async function return the other one?
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const result: Record<string, unknown> = { ...promises };
    const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
    let missing = entries.length;
    if (missing === 0) resolve(result as T);
    for (const [key, promise] of entries) {
      Promise.resolve(promise).then((value) => {
        result[key] = value;
        missing--;
        if (missing === 0) resolve(result as T);
      });
      Promise.resolve(promise).then(undefined, reject);
    }
  });
}
