// An object without a prototype, on which every key is a key like any other.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  const values = await Promise.all(entries.map(([, promise]) => promise));
  const result: Record<string, unknown> = Object.create(null);
  for (const [i, [key]] of entries.entries()) result[key] = values[i];
  return result as T;
}
