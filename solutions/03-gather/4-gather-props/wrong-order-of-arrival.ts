// Adds each key when its value arrives, so the keys are in the order of arrival.
// Fails: keeps the keys in input order, whichever promise fulfils first
// Fails: keeps every own key, and no inherited one
// Says: When they finish in the order 'soup', 'wine', 'bread':
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
