// Makes a pair [failure, result] of each, and tests the failure itself; a falsy reason looks like none.
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: When 'b' rejects with undefined:
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const pairs = Array.from(awaitables, (awaitable) =>
    Promise.resolve(awaitable).then(
      (result) => [undefined, result] as const,
      (failure: unknown) => [failure, undefined] as const,
    ),
  );
  return (await Promise.all(pairs)).map(([failure, result]) =>
    failure ? toError(failure) : (result as T),
  );
}
