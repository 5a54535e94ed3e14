// Stops at the failure, and keeps it to itself.
// Fails: passes the failure on
// Says: the failure was swallowed on its way to the caller
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  try {
    for (const step of steps) results.push(await step());
  } catch {
    // Too bad.
  }
  return results;
}
