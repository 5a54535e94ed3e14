// An async generator yields the items, and awaits an immediate when the slice is used up.
async function* politely<T>(items: T[], slice: number): AsyncGenerator<T> {
  let start = Date.now();
  for (const item of items) {
    yield item;
    if (Date.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = Date.now();
    }
  }
}

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for await (const item of politely(items, slice)) work(item);
}
