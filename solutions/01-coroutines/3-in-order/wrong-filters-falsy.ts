// Removes what is not truthy. (0, '' and `false` are results, too.)
// Fails: fulfils with the results in the order of the steps
// Says: Does your code treat undefined as a missing value? An if, || and filter(Boolean) do.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results.filter(Boolean);
}
