// Decides at the end which outcomes are failures, and wraps a result that is an Error, too.
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Says: Error('failed', { cause: Error('this is a value')
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  const outcomes = settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
  return outcomes.map((outcome, i) => {
    if (settled[i]?.status === 'rejected' && outcome instanceof Error) return outcome;
    return settled[i]?.status === 'rejected' || outcome instanceof Error
      ? new Error('failed', { cause: outcome })
      : outcome;
  });
}
