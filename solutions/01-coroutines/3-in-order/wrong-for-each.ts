// forEach does not wait for an async callback, and nobody hears of its failure.
// Fails: starts each step when the one before has ended
// Fails: takes as long as all the steps together
// Fails: gives the results in the order of the steps
// Fails: starts nothing after a failure
// Fails: passes the failure on
// Says: Calling a function starts its work.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  steps.forEach(async (step) => {
    results.push(await step());
  });
  return results;
}
