// Looks up the key of a promise with `indexOf`, which finds the first of two that are the same.
// Fails: accepts the same promise under two keys
// Fails: keeps two calls apart that are in flight at the same time
// Says: There are promises in the object. Put in what each await returns, not the promise itself.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises);
  const running = Object.values(promises) as PromiseLike<unknown>[];
  const result: Record<string, unknown> = { ...promises };
  await Promise.all(
    running.map(async (promise) => {
      result[keys[running.indexOf(promise)] as string] = await promise;
    }),
  );
  return result as T;
}
