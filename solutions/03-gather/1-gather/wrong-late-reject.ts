// Rejects in a timer, so that all handlers run first; the caller learns of it an iteration later.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: 3 timers were set (11 → 11, 23 → 23 and 37 → 37 ms); expected 0
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then(
        (result) => {
          results[i] = result;
          missing--;
          if (missing === 0) resolve(results);
        },
        (error) => setImmediate(reject, error),
      );
    });
  });
}
