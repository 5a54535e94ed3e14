// An async callback gives a promise of an entry, and fromEntries waits for nobody.
// Fails: gives under each key what was promised under it
// Fails: gives it when the slowest has come
// Fails: keeps the keys in their order, whichever value comes first
// Fails: leaves the input as it was
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: It gave { undefined: undefined } at 0 ms
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises).map(async ([key, promise]) => [key, await promise]);
  return Object.fromEntries(entries as unknown as [string, unknown][]) as T;
}
