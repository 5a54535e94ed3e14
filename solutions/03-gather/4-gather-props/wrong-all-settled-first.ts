// Waits until all promises have settled before it looks for a rejection.
// Fails: rejects as soon as the first promise rejects, with the same error
// Says: Does your code wait for 'soup', or for all, before it looks at 'bread'?
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  await Promise.allSettled(Object.values(promises));
  const result: Partial<T> = {};
  for (const key in promises) result[key as keyof T] = await promises[key as keyof T];
  return result as T;
}
