// Takes the steps out of the caller's list.
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: It fulfilled with [ [ 1, 2, 'B' ], [] ] at 33 ms
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (let step = steps.shift(); step; step = steps.shift()) results.push(await step());
  return results;
}
