// Begins with the first step. (An empty list has none.)
// Fails: fulfils with the results in the order of the steps
// Says: A function without a return returns undefined: is one missing?
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const [first, ...rest] = steps;
  if (!first) return undefined as unknown as T[];
  return [await first(), ...((await inOrder(rest)) ?? [])];
}
