// Stores the results by their steps. (A step that is in the list twice has one entry.)
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Says: It fulfilled with [ [ 2, 2, 'B' ], [ 4, 4, 'B' ] ]
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results = new Map<Io<T>, T>();
  for (const step of steps) results.set(step, await step());
  return steps.map((step) => results.get(step) as T);
}
