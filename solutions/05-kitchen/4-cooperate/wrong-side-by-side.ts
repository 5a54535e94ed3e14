// Works on the chunks side by side, so that all have their turn at once.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Says: immediates that were set together all have the same turn. Wait for a turn of the event loop (setImmediate, setTimeout), work for one slice, and wait for the next turn.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const chunks: T[][] = [];
  for (let i = 0; i < items.length; i += slice) chunks.push(items.slice(i, i + slice));
  await Promise.all(
    chunks.map(async (chunk) => {
      await new Promise((resolve) => setImmediate(resolve));
      for (const item of chunk) work(item);
    }),
  );
}
