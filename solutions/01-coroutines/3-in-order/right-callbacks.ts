// A promise made with `new Promise`; each step's callback calls the next step.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    const next = (i: number) => {
      const step = steps[i];
      if (!step) return resolve(results);
      step().then((result) => {
        results.push(result);
        next(i + 1);
      }, reject);
    };
    next(0);
  });
}
