// Keeps the error, and runs the other steps before it throws it.
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Says: 'c' was started at 40 ms; expected: not at all.
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
