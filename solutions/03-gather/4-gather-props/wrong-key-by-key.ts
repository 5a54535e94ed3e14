// Awaits one promise after another; one that rejects earlier has no handler yet.
// Fails: rejects as soon as the first promise rejects, with the same error
// Fails: causes no unhandled rejection when others reject later
// Says: Does your code wait for 'soup', or for all, before it looks at 'bread'?
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const result: Partial<T> = {};
  for (const key in promises) result[key as keyof T] = await promises[key as keyof T];
  return result as T;
}
