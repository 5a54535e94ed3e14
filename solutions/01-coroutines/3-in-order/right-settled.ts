// Asks `Promise.allSettled` how each step ended, and throws the first reason.
type Io<T> = () => Promise<T>;

export async function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const [outcome] = await Promise.allSettled([step()]);
    if (outcome.status === 'rejected') throw outcome.reason;
    results.push(outcome.value);
  }
  return results;
}
