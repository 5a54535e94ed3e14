// Collects the outcomes in the order of arrival.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Fails: awaits a thenable that is not a Promise
// Fails: wraps any other reason in a new Error that has it as its cause
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: The values are right, but in the order in which they arrived; expected input order.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes: (T | Error)[] = [];
  const listening = [...awaitables].map(async (awaitable) => {
    try {
      outcomes.push(await awaitable);
    } catch (failure) {
      outcomes.push(toError(failure));
    }
  });
  await Promise.all(listening);
  return outcomes;
}
