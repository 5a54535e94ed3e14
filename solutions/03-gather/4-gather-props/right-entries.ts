// An async function for each entry; the object is made of what they return.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  const awaited = entries.map(async ([key, promise]) => [key, await promise] as const);
  return Object.fromEntries(await Promise.all(awaited)) as T;
}
