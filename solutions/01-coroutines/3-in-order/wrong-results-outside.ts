// Has one array of results for all calls.
// Fails: fulfils with the results in the order of the steps
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: Is it kept outside of the function?
type Io<T> = () => Promise<T>;

const results: unknown[] = [];

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  for (const step of steps) results.push(await step());
  return results as T[];
}
