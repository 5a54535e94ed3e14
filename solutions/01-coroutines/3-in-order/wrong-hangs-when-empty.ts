// Resolves its promise after the last step. (An empty list has no last step.)
// Fails: fulfils with the results in the order of the steps
// Says: Does your code settle the promise when there is nothing to wait for?
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    const run = (i: number) =>
      steps[i]?.().then((result) => {
        results.push(result);
        if (results.length === steps.length) resolve(results);
        else run(i + 1);
      }, reject);
    run(0);
  });
}
