// Stores the outcomes outside of the function, where two calls overwrite each other's.
// Fails: keeps two calls apart that are in flight at the same time
// Says: [ 'C', 'B', 'salt' ] ] at 31 ms
const outcomes: unknown[] = [];

function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const list = [...awaitables];
  await Promise.all(
    list.map(async (awaitable, i) => {
      outcomes[i] = await Promise.resolve(awaitable).catch(toError);
    }),
  );
  return outcomes.slice(0, list.length) as (T | Error)[];
}
