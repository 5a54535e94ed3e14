// Lets a second call wait until the first one has worked on all its items.
// Fails: lets a second call work while the first one has yielded
// Says: It fulfilled with 'long'
let before: Promise<void> = Promise.resolve();

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
  const working = before.then(() => one(items, work, slice));
  before = working.catch(() => {});
  return working;
}
