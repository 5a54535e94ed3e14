// Rejects with a new Error when the reason is no Error.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: When 'a' rejects with Error('no bread') and 'b' rejects with undefined: It rejected with Error('undefined') at 11 ms; expected a rejection with undefined.
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
        (error) => reject(error instanceof Error ? error : new Error(String(error))),
      );
    });
  });
}
