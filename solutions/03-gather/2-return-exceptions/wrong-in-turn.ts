// Listens to each only when its turn comes: a failure before that is unhandled.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: waits for the slowest, whether or not something has failed
// Fails: gives the very Error with which something has failed
// Fails: leaves no failure unhandled
// Says: a rejection that stood unhandled from 10 to 30 ms
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
