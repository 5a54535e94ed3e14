// Async functions that cannot fail, awaited in turn.
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes = Array.from(awaitables, async (awaitable) => {
    try {
      return await awaitable;
    } catch (failure) {
      if (failure instanceof Error) return failure;
      return new Error('no Error, but this', { cause: failure });
    }
  });
  // None of these can fail, so nothing is lost by awaiting them in turn.
  const list: (T | Error)[] = [];
  for (const outcome of outcomes) list.push(await outcome);
  return list;
}
