/**
 * Waits for many at once, and gives what they gave. Write it without `Promise.all` (no test checks that: it is for you).
 *
 * - Gives the results in the order in which the awaitables were given.
 * - Gives them when the slowest has come, and not earlier.
 * - What is no promise is its own result. Whatever has a `then` is awaited, promise or not.
 * - `undefined` is a result like any other.
 * - With nothing to wait for, gives an empty list at once.
 * - Reads `awaitables` once, as a generator can be read only once.
 * - Passes the first failure on, as it is, at the moment when it happens. The others go on.
 * - A failure after the first is heard as well: it changes nothing, and is never unhandled.
 */
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let given = 0;
    let missing = 0;
    for (const awaitable of awaitables) {
      const place = given++;
      missing++;
      // Listening to each of them from now on, and not in turn: whichever fails first is heard first,
      // and a later failure has been heard too (a second reject changes nothing).
      Promise.resolve(awaitable).then((result) => {
        results[place] = result;
        // A counter, because `results.length` is right as soon as the last place is filled.
        if (--missing === 0) resolve(results);
      }, reject);
    }
    // With nothing to wait for, no callback will ever say so.
    if (given === 0) resolve(results);
  });
}
