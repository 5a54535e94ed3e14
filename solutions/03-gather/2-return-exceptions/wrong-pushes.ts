// Collects the outcomes in the order of arrival.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Says: The values are right, but in the order in which they arrived; expected input order.
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
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
