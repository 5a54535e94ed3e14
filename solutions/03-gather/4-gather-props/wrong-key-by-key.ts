// Awaits one promise after another; one that rejects earlier has no handler yet.
// Fails: rejects as soon as the first promise rejects, with the same error
// Fails: causes no unhandled rejection when others reject later
// Says: bread had failed at 10 ms, and nobody passed that on: something else was awaited first
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const result: Partial<T> = {};
  for (const key in promises) result[key as keyof T] = await promises[key as keyof T];
  return result as T;
}
