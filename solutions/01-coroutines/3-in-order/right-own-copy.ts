// Takes the steps from a copy of the list until it is empty.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const left = [...steps];
  const results: T[] = [];
  for (let step = left.shift(); step; step = left.shift()) results.push(await step());
  return results;
}
