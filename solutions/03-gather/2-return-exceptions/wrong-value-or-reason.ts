// Takes a result such as 0 for no result.
// Fails: keeps every result as it is
// Says: 0 is a value like any other
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
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
