// Asks every 10 ms whether the step has fulfilled.
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: A timer fired at 20 ms, which was set at 10 ms. Did that start 'b'?
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await poll(step, 10));
  return results;
}

async function poll<T>(step: Io<T>, every: number): Promise<T> {
  let outcome: (() => T) | undefined;
  step().then(
    (value) => {
      outcome = () => value;
    },
    (reason) => {
      outcome = () => {
        throw reason;
      };
    },
  );
  while (!outcome) await new Promise((resolve) => setTimeout(resolve, every));
  return outcome();
}
