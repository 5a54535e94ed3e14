// With p-map: the mapper catches, so no promise that p-map sees ever rejects.
import pMap from 'p-map';

function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  // In functions: of a list of promises p-map would await each one itself.
  const waits = Array.from(awaitables, (awaitable) => {
    const outcome = Promise.resolve(awaitable).catch(toError);
    return () => outcome;
  });
  return pMap(waits, (wait) => wait());
}
