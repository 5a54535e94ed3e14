// Assumes that `then` hands over a final result. (A thenable may hand over another one; `await` goes on.)
// Fails: awaits a thenable that is not a Promise
// Says: There is a thenable in the object: an object with a then(), and not a Promise.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    // The copy has every key from the start, so the order of arrival does not matter.
    const result: Record<string, unknown> = { ...promises };
    const keys = Object.keys(promises);
    let missing = keys.length;
    if (missing === 0) resolve(result as T);
    for (const key of keys) {
      promises[key as keyof T].then((value) => {
        result[key] = value;
        missing--;
        if (missing === 0) resolve(result as T);
      }, reject);
    }
  });
}
