// Tests the reason itself to learn whether a promise has rejected; a falsy reason looks like none.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: Does your code test the reason itself, as in if (error)?
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  let failure: unknown;
  const results: T[] = [];
  await new Promise<void>((done) => {
    const list = [...awaitables];
    let missing = list.length;
    if (missing === 0) done();
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then(
        (result) => {
          results[i] = result;
          missing--;
          if (missing === 0) done();
        },
        (error) => {
          failure ??= error;
          done();
        },
      );
    });
  });
  if (failure) throw failure;
  return results;
}
