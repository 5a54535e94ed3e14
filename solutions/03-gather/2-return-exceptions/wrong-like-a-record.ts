// Makes a record of each rejection, and takes a result that looks like such a record for one.
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Says: { status: 'rejected', reason: 'none' } ]
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes = await Promise.all(
    Array.from(awaitables, (awaitable) =>
      Promise.resolve(awaitable).catch((reason: unknown) => ({ status: 'rejected', reason })),
    ),
  );
  return outcomes.map((outcome) => {
    const { status, reason } = Object(outcome) as { status?: unknown; reason?: unknown };
    return status === 'rejected' ? toError(reason) : (outcome as T);
  });
}
