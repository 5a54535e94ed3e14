// Writes the values into the input, where the caller may still need the promises.
// Fails: does not change the input
// Fails: reads the input during the call
// Says: The object belongs to the caller: put the results into a new one.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const table = promises as Record<string, unknown>;
  await Promise.all(
    Object.keys(table).map(async (key) => {
      table[key] = await table[key];
    }),
  );
  return table as T;
}
