// Races each step against a time limit, and does not clear the timer when the step is in time.
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: fulfils with the results in the order of the steps
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: a timeout set at 0 ms, due at 5000 ms
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const limit = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), 5000);
    });
    results.push(await Promise.race([step(), limit]));
  }
  return results;
}
