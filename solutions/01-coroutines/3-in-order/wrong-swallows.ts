// Stops at the error, but does not pass it on: fulfils with the results so far.
// Fails: rejects with the same reason when a step rejects
// Says: 'b' failed at 40 ms. That error was handled, but not passed on. Does a catch turn it into a value?
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  try {
    for (const step of steps) results.push(await step());
  } catch {
    // The error is ignored.
  }
  return results;
}
