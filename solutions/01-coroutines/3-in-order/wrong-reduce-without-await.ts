// The chain is there, but every step is called while it is being built.
// Fails: starts each step when the one before has ended
// Fails: takes as long as all the steps together
// Fails: starts nothing after a failure
// Fails: passes the failure on
// Says: 3 in flight, and 1 is promised
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return steps.reduce(async (before: Promise<T[]>, step) => {
    const result = step();
    return [...(await before), await result];
  }, Promise.resolve([]));
}
