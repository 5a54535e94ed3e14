// Recursion: runs the first step, then does the same with the rest.
type Io<T> = () => Promise<T>;

export async function inOrder<T>([first, ...rest]: Io<T>[]): Promise<T[]> {
  if (!first) return [];
  const result = await first();
  return [result, ...(await inOrder(rest))];
}
