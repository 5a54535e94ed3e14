// Looks for the place of a step with `indexOf`. (That finds the first of two equal steps.)
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Says: It fulfilled with [ [ 2, <1 empty item>, 'B' ]
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results[steps.indexOf(step)] = await step();
  return results;
}
