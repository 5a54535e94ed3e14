// Removes what is not truthy. (0, '' and `false` are results, too.)
// Fails: fulfils with the results in the order of the steps
// Says: undefined is a value like any other: an if, an || and filter(Boolean) take it for nothing.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results.filter(Boolean);
}
