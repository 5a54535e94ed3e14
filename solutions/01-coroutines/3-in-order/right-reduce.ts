// A chain of thens: each step hangs on the one before.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return steps.reduce<Promise<T[]>>(
    (before, step) => before.then(async (results) => [...results, await step()]),
    Promise.resolve([]),
  );
}
