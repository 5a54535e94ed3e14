// Fulfils one event-loop iteration after the last outcome, with `setImmediate`.
// Fails: fulfils as soon as the slowest promise has settled, even when some reject, without a timer
// Says: 1 timer was set (31 → 31 ms); expected 0
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const outcomes = await Promise.all(
    [...awaitables].map((awaitable) =>
      Promise.resolve(awaitable).catch((failure: unknown) =>
        failure instanceof Error ? failure : new Error('failed', { cause: failure }),
      ),
    ),
  );
  if (outcomes.length > 0) await new Promise(setImmediate);
  return outcomes;
}
