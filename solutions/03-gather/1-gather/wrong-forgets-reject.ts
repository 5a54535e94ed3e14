// Never calls reject: when a promise rejects, the returned promise stays pending.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach(async (awaitable, i) => {
      results[i] = await awaitable;
      missing--;
      if (missing === 0) resolve(results);
    });
  });
}
