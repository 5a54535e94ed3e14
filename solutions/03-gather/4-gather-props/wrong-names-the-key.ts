// Rejects with a new Error that names the key; the caller needs the reason itself.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: 'bread' failed with the expected error at 11 ms, but this is another one. Pass on the error object that you got.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = await Promise.all(
    (Object.entries(promises) as [string, PromiseLike<unknown>][]).map(async ([key, promise]) => {
      try {
        return [key, await promise] as const;
      } catch (cause) {
        throw new Error(`no ${key}`, { cause });
      }
    }),
  );
  return Object.fromEntries(entries) as T;
}
