// Checks every millisecond whether all outcomes are there.
// Fails: fulfils as soon as the slowest promise has settled, even when some reject, without a timer
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes: (T | Error)[] = [];
  let missing = 0;
  for (const awaitable of [...awaitables]) {
    const i = missing++;
    Promise.resolve(awaitable)
      .catch(toError)
      .then((outcome) => {
        outcomes[i] = outcome;
        missing--;
      });
  }
  while (missing > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  return outcomes;
}
