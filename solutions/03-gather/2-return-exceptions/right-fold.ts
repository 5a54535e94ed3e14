// A fold of promises that never reject: the list so far, and then one outcome more.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes: Promise<T | Error>[] = [];
  for (const awaitable of awaitables) outcomes.push(Promise.resolve(awaitable).catch(toError));
  return outcomes.reduce<Promise<(T | Error)[]>>(
    (list, outcome) => list.then((before) => outcome.then((one) => before.concat([one]))),
    Promise.resolve([]),
  );
}
