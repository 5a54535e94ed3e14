// Waits until all promises have settled before it looks for a rejection.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code wait for 'soup', or for all, before it looks at 'bread'?
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const table = { ...promises } as Record<string, PromiseLike<unknown>>;
  const keys = Object.keys(table);
  await Promise.allSettled(Object.values(table));
  const entries: [string, unknown][] = [];
  for (const key of keys) entries.push([key, await table[key]]);
  return Object.fromEntries(entries) as T;
}
