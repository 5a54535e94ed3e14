// Fulfils one event-loop iteration after the last result, with `setImmediate`.
// Fails: fulfils as soon as the slowest promise has fulfilled, without a timer
// Says: 1 timer was set (35 → 35 ms); expected 0
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        missing--;
        if (missing === 0) setImmediate(() => resolve(results));
      }, reject);
    });
  });
}
