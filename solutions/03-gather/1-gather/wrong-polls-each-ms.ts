// Checks every millisecond, which is often enough to be on time, and sets a timer each time.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  const failures: unknown[] = [];
  let missing = 0;
  let place = 0;
  for (const awaitable of awaitables) {
    const i = place++;
    missing++;
    Promise.resolve(awaitable).then(
      (result) => {
        results[i] = result;
        missing--;
      },
      (failure) => failures.push(failure),
    );
  }
  while (missing > 0) {
    if (failures.length > 0) throw failures[0];
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return results;
}
