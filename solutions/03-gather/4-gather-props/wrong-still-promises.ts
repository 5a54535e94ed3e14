// Waits for all promises, but fulfils with the promises, not with their values.
// Fails: fulfils with an object that has each value under its key
// Fails: keeps every own key, and no inherited one
// Fails: accepts every value, also undefined
// Fails: accepts the same promise under two keys
// Fails: awaits a thenable that is not a Promise
// Fails: keeps two calls apart that are in flight at the same time
// Fails: reads the input during the call
// Says: There are promises in the object. Put in what each await returns, not the promise itself.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  await Promise.all(Object.values(promises));
  return { ...promises } as unknown as T;
}
