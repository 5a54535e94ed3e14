// Rejects with an Error of its own, which says which step rejected.
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Says: It rejected at 40 ms with: step 1 failed
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const [i, step] of steps.entries()) {
    try {
      results.push(await step());
    } catch (cause) {
      throw new Error(`step ${i} failed`, { cause });
    }
  }
  return results;
}
