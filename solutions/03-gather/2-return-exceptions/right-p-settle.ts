// With p-settle; each record becomes a result or an Error.
import pSettle from 'p-settle';

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  // As promises: p-settle calls a function that it is given.
  const promises = Array.from(awaitables, (awaitable) => Promise.resolve(awaitable));
  const settled = await pSettle(promises);
  return settled.map((one) => {
    if (one.isFulfilled) return one.value as T;
    return one.reason instanceof Error ? one.reason : new Error('failed', { cause: one.reason });
  });
}
