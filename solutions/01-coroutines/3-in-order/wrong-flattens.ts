// Collects lists of one result each, and flattens too deep: results that are arrays are taken apart.
// Fails: fulfils with the results in the order of the steps
// Says: It fulfilled with [ false, NaN ] at 33 ms; expected [ false, NaN, [] ].
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[][] = [];
  for (const step of steps) results.push([await step()]);
  return results.flat(2) as T[];
}
