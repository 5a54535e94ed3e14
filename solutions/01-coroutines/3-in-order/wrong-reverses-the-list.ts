// Reverses the caller's list, to take the steps from its end.
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: The values are right, but their order is not.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  steps.reverse();
  const results: T[] = [];
  for (let i = steps.length - 1; i >= 0; i--) results.push(await (steps[i] as Io<T>)());
  return results;
}
