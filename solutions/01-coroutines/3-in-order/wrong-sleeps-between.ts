// Sleeps 1 ms after each step, to be sure that it has ended.
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: A timer fired at 31 ms, which was set at 30 ms. (A timer of 0 ms, or less, takes 1 ms.) Did that start 'b'?
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    results.push(await step());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return results;
}
