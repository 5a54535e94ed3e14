// Stores the result of each list, and returns it when the list comes again.
// Fails: runs a step twice that is in the list twice, and leaves the list as it is
// Fails: does not let concurrent calls disturb each other
// Says: It fulfilled with [ [ 1, 2, 'B' ], [ 1, 2, 'B' ] ] at 33 ms
type Io<T> = () => Promise<T>;

const known = new WeakMap<object, Promise<unknown[]>>();

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const promise = known.get(steps) ?? run(steps);
  known.set(steps, promise);
  return promise as Promise<T[]>;
}

async function run<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results;
}
