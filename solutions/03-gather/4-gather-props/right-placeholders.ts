// A copy whose promises are replaced by their values as they come.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    // Every key is there from the beginning, so that the order of the values does not matter.
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
