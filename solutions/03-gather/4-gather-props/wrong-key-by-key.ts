// Who awaits one key hears nothing of the others.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: bread had failed at 10 ms, and nobody passed that on: something else was awaited first
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const result: Partial<T> = {};
  for (const key in promises) result[key as keyof T] = await promises[key as keyof T];
  return result as T;
}
