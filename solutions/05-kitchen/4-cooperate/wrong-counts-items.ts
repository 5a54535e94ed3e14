// Treats slice as a number of items, not as ms.
// Fails: measures time, not the number of items
// Says: Does it measure the time since it last yielded, or does it count the pieces?
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const [i, item] of items.entries()) {
    work(item);
    if ((i + 1) % slice === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
