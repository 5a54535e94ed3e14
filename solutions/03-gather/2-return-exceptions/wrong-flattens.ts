// Joins lists of one outcome each with `flat`, which takes a result that is a list apart.
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Says: It fulfilled with [ NaN ] at 23 ms; expected [ NaN, [] ]
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const lists = await Promise.all(
    Array.from(awaitables, async (awaitable) => {
      try {
        return [await awaitable];
      } catch (failure) {
        return [toError(failure)];
      }
    }),
  );
  return lists.flat(Infinity) as (T | Error)[];
}
