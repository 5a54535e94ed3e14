// The first step, and then the same for the rest.
type Io<T> = () => Promise<T>;

export async function inOrder<T>([first, ...rest]: Io<T>[]): Promise<T[]> {
  if (!first) return [];
  const result = await first();
  return [result, ...(await inOrder(rest))];
}
