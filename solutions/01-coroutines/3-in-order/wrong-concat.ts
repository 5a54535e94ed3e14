// Appends each result with `concat`. (That takes a result that is an array apart.)
// Fails: fulfils with the results in the order of the steps
// Says: It fulfilled with [ false, NaN ] at 33 ms; expected [ false, NaN, [] ].
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  let results: T[] = [];
  for (const step of steps) results = results.concat(await step());
  return results;
}
