// Assumes that `undefined` means that there is no result.
// Fails: fulfils with the results in the order of the steps
// Says: Does your code treat undefined as a missing value?
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const result = await step();
    if (result !== undefined) results.push(result);
  }
  return results;
}
