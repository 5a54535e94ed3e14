// Asks every ms whether the step has fulfilled.
// Fails: takes the sum of the times of all steps
// Fails: rejects with the same reason when a step rejects
// Says: It took 3 ms; expected 0 ms.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await poll(step, 1));
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
