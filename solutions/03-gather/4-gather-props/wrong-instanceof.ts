// Awaits only instances of Promise, and treats any other thenable as a value.
// Fails: awaits a thenable that is not a Promise
// Says: There is a thenable in the object: an object with a then(), and not a Promise. await and Promise.resolve() accept it like a promise.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, unknown][];
  const values = await Promise.all(
    entries.map(([, promise]) => (promise instanceof Promise ? promise : [promise])),
  );
  return Object.fromEntries(
    entries.map(([key, promise], i) => [
      key,
      promise instanceof Promise ? values[i] : (values[i] as unknown[])[0],
    ]),
  ) as T;
}
