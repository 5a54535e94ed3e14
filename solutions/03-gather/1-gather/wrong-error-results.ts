// Turns rejections into values, and then treats a result that is an Error as a rejection.
// Fails: accepts plain values
// Fails: accepts every result, also undefined
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: When 'a plain value' fulfils with Error('this is a value')
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach(async (awaitable, i) => {
      const outcome = await Promise.resolve(awaitable).catch((error) =>
        error instanceof Error ? error : new Error('rejected', { cause: error }),
      );
      if (outcome instanceof Error) return reject(outcome);
      results[i] = outcome;
      missing--;
      if (missing === 0) resolve(results);
    });
  });
}
