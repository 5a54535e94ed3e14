// Keeps what came in the order in which it comes.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: keeps every result as it is
// Fails: takes a plain value for its own result
// Fails: gives the very Error with which something has failed
// Says: not in the order in which they came
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
