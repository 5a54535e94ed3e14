// Makes pairs of error and result, and tests the error. (A reason may be `undefined`.)
// Fails: rejects with the same reason when a step rejects
// Says: Does your code test the reason itself
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const [error, result] = await step().then(
      (value) => [undefined, value] as const,
      (reason: unknown) => [reason, undefined] as const,
    );
    if (error) throw error;
    results.push(result as T);
  }
  return results;
}
