// A chain of `then` calls, built with `reduce`: each step is called in the callback of the previous one.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return steps.reduce<Promise<T[]>>(
    (before, step) => before.then(async (results) => [...results, await step()]),
    Promise.resolve([]),
  );
}
