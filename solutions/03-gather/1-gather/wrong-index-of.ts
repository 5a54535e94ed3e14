// Looks for the place with `indexOf`, which finds the first of two that are the same.
// Fails: has two places for a promise or a value that is in the input twice
// Fails: accepts plain values
// Says: expected [ 'A', 'end', 'B', { cover: 'blue' }, 'A', 'end', { cover: 'blue' } ]
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    for (const awaitable of list) {
      Promise.resolve(awaitable).then((result) => {
        results[list.indexOf(awaitable)] = result;
        missing--;
        if (missing === 0) resolve(results);
      }, reject);
    }
  });
}
