// Makes a set of the steps. (A step that is in the list twice runs once.)
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Says: It fulfilled with [ [ 1, 'B' ], [ 2, 'B' ] ] at 40 ms
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of new Set(steps)) results.push(await step());
  return results;
}
