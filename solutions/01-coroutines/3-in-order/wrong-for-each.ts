// Assumes that `forEach` waits for an async callback. (It ignores the promise, so a rejection is unhandled.)
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: fulfils with the results in the order of the steps
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: Calling a function starts its work.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  steps.forEach(async (step) => {
    results.push(await step());
  });
  return results;
}
