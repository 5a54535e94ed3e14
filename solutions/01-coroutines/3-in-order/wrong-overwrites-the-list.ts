// Puts each result in the place of its step, in the caller's own list.
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Says: TypeError: step is not a function
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const list: unknown[] = steps;
  for (const [i, step] of steps.entries()) list[i] = await step();
  return list as T[];
}
