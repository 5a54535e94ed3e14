// forEach does not wait for an async callback.
// Fails: gives under each key what was promised under it
// Fails: gives it when the slowest has come
// Fails: keeps the keys in their order, whichever value comes first
// Fails: leaves the input as it was
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: It gave its result before all the work was done
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const result: Record<string, unknown> = {};
  Object.entries(promises).forEach(async ([key, promise]) => {
    result[key] = await promise;
  });
  return result as T;
}
