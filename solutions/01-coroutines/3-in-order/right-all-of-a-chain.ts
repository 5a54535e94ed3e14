// Each promise waits for the one before it, and calls its step; `Promise.all` collects them.
type Io<T> = () => Promise<T>;

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  let before: Promise<unknown> = Promise.resolve();
  const results = steps.map((step) => {
    const result = before.then(() => step());
    before = result;
    return result;
  });
  return Promise.all(results);
}
