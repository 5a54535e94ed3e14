// Stops at the error, but does not pass it on: fulfils with the results so far.
// Fails: rejects with the same reason when a step rejects
// Says: the failure was swallowed on its way to the caller
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  try {
    for (const step of steps) results.push(await step());
  } catch {
    // The error is ignored.
  }
  return results;
}
