// Assumes that an error in an async executor rejects the new promise. (It rejects the executor's own promise.)
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Says: Deadlock at 40 ms: the promise is still pending
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return new Promise(async (resolve) => {
    const results: T[] = [];
    for (const step of steps) results.push(await step());
    resolve(results);
  });
}
