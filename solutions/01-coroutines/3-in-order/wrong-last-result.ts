// Passes each step to `then`, so only the last result is left.
// Fails: fulfils with the results in the order of the steps
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: It fulfilled with [ 'C' ] at 60 ms; expected [ 'A', 'B', 'C' ].
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const last = await steps.reduce<Promise<T | undefined>>(
    (before, step) => before.then(() => step()),
    Promise.resolve(undefined),
  );
  return [last as T];
}
