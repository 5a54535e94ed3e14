// Async functions whose promises never reject, awaited one after another.
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
  // None of these rejects, so none can reject while another one is awaited.
  const list: (T | Error)[] = [];
  for (const outcome of outcomes) list.push(await outcome);
  return list;
}
