// Awaits the promise of a step a moment after the call. (A promise that has rejected by then had no handler.)
// Fails: rejects with the same reason when a step rejects
// Says: rejected at 0 ms, and handled too late
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const promise = step();
    await new Promise(setImmediate);
    results.push(await promise);
  }
  return results;
}
