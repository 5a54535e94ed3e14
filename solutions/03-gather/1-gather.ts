/**
 * Waits for several promises at once, and fulfils with all the results.
 * Write it without `Promise.all`: that is the exercise, although no test checks it.
 *
 * - Fulfils with the results in input order, whichever promise fulfils first.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier.
 * - A plain value counts as its own result.
 * - A thenable (an object with a `then` method) is awaited, whether or not it is a `Promise`.
 * - `undefined` is a result like any other.
 * - With an empty input, fulfils immediately with `[]`.
 * - Iterates over `awaitables` only once: a generator is empty the second time.
 * - Rejects as soon as the first promise rejects, with the same error. The other work goes on.
 * - Later rejections change nothing, and cause no unhandled rejection.
 */
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let given = 0;
    let missing = 0;
    for (const awaitable of awaitables) {
      const place = given++;
      missing++;
      // Every promise gets its handlers now: the first rejection rejects the whole, whichever promise it
      // is, and a later one is handled too (a second call of reject changes nothing).
      Promise.resolve(awaitable).then((result) => {
        results[place] = result;
        // A counter, because `results.length` is final as soon as the last place is filled.
        if (--missing === 0) resolve(results);
      }, reject);
    }
    // With an empty input no handler ever runs.
    if (given === 0) resolve(results);
  });
}
