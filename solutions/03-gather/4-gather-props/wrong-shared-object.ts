// Collects the values in one object for all calls.
// Fails: keeps two calls apart that are in flight at the same time
// Says: { soup: 'SOUP', bread: 'WINE' }
const table: Record<string, unknown> = Object.create(null);

export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises);
  await Promise.all(
    Object.entries(promises).map(async ([key, promise]) => {
      table[key] = await promise;
    }),
  );
  return Object.fromEntries(keys.map((key) => [key, table[key]])) as T;
}
