// Looks before each step whether the one before it has rejected. (After the last step it looks no more.)
// Fails: rejects with the same reason when a step rejects
// Says: That error was handled, but not passed on.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  let failure: { reason: unknown } | undefined;
  for (const step of steps) {
    if (failure) throw failure.reason;
    try {
      results.push(await step());
    } catch (reason) {
      failure = { reason };
    }
  }
  return results;
}
