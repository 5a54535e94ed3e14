// Waits until all promises have settled before it looks for a rejection.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
