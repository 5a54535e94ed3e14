// Builds a chain of promises, but calls every step while it builds the chain.
// Fails: starts each step when the previous one has fulfilled, not earlier
// Fails: takes the sum of the times of all steps
// Fails: starts no step after one has rejected
// Fails: rejects with the same reason when a step rejects
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: Calling a function starts its work. Call each one only when the one before it has settled.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return steps.reduce(async (before: Promise<T[]>, step) => {
    const result = step();
    return [...(await before), await result];
  }, Promise.resolve([]));
}
