// Has one array of results, which each call empties first. (A call during another one disturbs it.)
// Fails: does not let concurrent calls disturb each other
// Says: Is the list kept outside of the function? It then keeps the items of earlier calls.
type Io<T> = () => Promise<T>;

const results: unknown[] = [];

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  results.length = 0;
  for (const step of steps) results.push(await step());
  return [...results] as T[];
}
