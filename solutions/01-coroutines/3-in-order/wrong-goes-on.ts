// Remembers the failure, and runs the rest before it tells anybody.
// Fails: starts nothing after a failure
// Fails: passes the failure on
// Says: c was started 1 time (at 40 ms); expected never
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().then(
      (result) => results.push(result),
      (failure) => failures.push(failure),
    );
  }
  if (failures.length > 0) throw failures[0];
  return results;
}
