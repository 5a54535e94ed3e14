// An async generator calls one step after another; a `for await` loop collects the results.
type Io<T> = () => Promise<T>;

async function* each<T>(steps: Io<T>[]): AsyncGenerator<T> {
  for (const step of steps) yield step();
}

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for await (const result of each(steps)) results.push(result);
  return results;
}
