// Waits for all promises, but fulfils with the promises, not with their values.
// Fails: fulfils with an object that has each value under its key
// Says: There are promises in the object: the code that made it did not await them.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  await Promise.all(Object.values(promises));
  return { ...promises } as unknown as T;
}
