// Works on each list only once, and returns the same promise again.
// Fails: works again after a failure
// Says: The second call has nothing to do with the first.
const known = new WeakMap<object, Promise<void>>();

async function one<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}

export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  const working = known.get(items) ?? one(items, work, slice);
  known.set(items, working);
  return working;
}
