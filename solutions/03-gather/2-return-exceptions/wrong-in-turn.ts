// Awaits one promise after another; one that rejects earlier has no handler yet.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: fulfils as soon as the slowest promise has settled, even when some reject
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: causes no unhandled rejection when all promises reject
// Says: Was 'a' awaited until 30 ms? Attach a handler before the promise rejects.
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes: (T | Error)[] = [];
  for (const awaitable of [...awaitables]) {
    try {
      outcomes.push(await awaitable);
    } catch (failure) {
      outcomes.push(toError(failure));
    }
  }
  return outcomes;
}
