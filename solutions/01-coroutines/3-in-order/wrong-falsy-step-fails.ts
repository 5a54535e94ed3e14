// Stops at the first result that is not truthy, as if the step had rejected.
// Fails: fulfils with the results in the order of the steps
// Says: Does your code treat null as a missing value? An if, || and filter(Boolean) do.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const result = await step();
    results.push(result);
    if (!result) break;
  }
  return results;
}
