// Hands everything to p-settle, which calls a plain value that is a function.
// Fails: accepts plain values
// Says: It fulfilled with [ 'A', 'called' ]
import pSettle from 'p-settle';

function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await pSettle([...awaitables] as (T | PromiseLike<T>)[]);
  return settled.map((one) => (one.isFulfilled ? (one.value as T) : toError(one.reason)));
}
