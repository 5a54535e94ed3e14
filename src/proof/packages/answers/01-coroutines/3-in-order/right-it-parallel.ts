// it-parallel, one at a time.
import parallel from 'it-parallel';

export async function inOrder<T>(steps: (() => Promise<T>)[]) {
  const results: T[] = [];
  for await (const result of parallel([...steps], { concurrency: 1, ordered: true }))
    results.push(result);
  return results;
}
