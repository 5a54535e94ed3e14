// A key that is set when its value comes stands where it came.
// Fails: keeps the keys in their order, whichever value comes first
// Says: When they finish in the order soup, wine, bread:
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const result: Record<string, unknown> = {};
  await Promise.all(
    Object.entries(promises).map(async ([key, promise]) => {
      result[key] = await promise;
    }),
  );
  return result as T;
}
