// With allSettled; each record becomes a result or an Error.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : toError(one.reason)));
}
