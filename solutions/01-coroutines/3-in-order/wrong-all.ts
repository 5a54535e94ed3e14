// Awaits them all, and by then all have been called.
// Fails: starts each step when the one before has ended
// Fails: takes as long as all the steps together
// Fails: starts nothing after a failure
// Fails: passes the failure on
// Says: Calling a function starts its work.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return Promise.all(steps.map((step) => step()));
}
