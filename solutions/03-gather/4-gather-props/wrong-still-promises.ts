// Waits for all of them, and gives the promises.
// Fails: gives under each key what was promised under it
// Says: whoever made the object did not wait for what they promise
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  await Promise.all(Object.values(promises));
  return { ...promises } as unknown as T;
}
