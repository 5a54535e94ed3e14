// A pipe of iter-ops.
import { map, pipe, toAsync, wait } from 'iter-ops';

export async function inOrder<T>(steps: (() => Promise<T>)[]) {
  const results: T[] = [];
  for await (const result of pipe(
    toAsync([...steps]),
    map((step) => step()),
    wait(),
  ))
    results.push(result as T);
  return results;
}
