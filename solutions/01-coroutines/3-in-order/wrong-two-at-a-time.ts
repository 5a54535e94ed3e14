// Calls the next step before it awaits the one in flight.
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: Call each one only when the one before it has settled.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < steps.length; i += 2) {
    const pair = steps.slice(i, i + 2).map((step) => step());
    results.push(...(await Promise.all(pair)));
  }
  return results;
}
