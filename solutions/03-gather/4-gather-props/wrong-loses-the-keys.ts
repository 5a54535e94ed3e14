// Fulfils with a list of the values, without their keys.
// Fails: fulfils with an object that has each value under its key
// Fails: keeps the keys in input order, whichever promise fulfils first
// Fails: keeps every own key, and no inherited one
// Fails: accepts every value, also undefined
// Fails: accepts the same promise under two keys
// Fails: awaits a thenable that is not a Promise
// Fails: keeps two calls apart that are in flight at the same time
// Fails: reads the input during the call
// Fails: fulfils with an empty object when the input is empty
// Says: The values are right, but this is a list, without keys; expected an object.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const values = await Promise.all(Object.values(promises));
  return values as unknown as T;
}
