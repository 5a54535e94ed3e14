// A loop over the places of the list; each result goes into its own place.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results = new Array<T>(steps.length);
  for (const [i, step] of steps.entries()) results[i] = await step();
  return results;
}
