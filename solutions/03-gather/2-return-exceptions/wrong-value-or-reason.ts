// Treats a falsy result, such as 0, as no result.
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Says: Does your code treat undefined as a missing value? An if, || and filter(Boolean) do.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.map((one) => {
    const { value, reason } = one as { value?: T; reason?: unknown };
    return value || toError(reason);
  });
}
