// Awaits one promise after another; one that rejects earlier has no handler yet.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: fulfils as soon as the slowest promise has settled, even when some reject, without a timer
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: wraps any other reason in a new Error that has it as its cause
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Was 'a' awaited until 30 ms? Attach a handler before the promise rejects.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
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
