// Assumes that chunks that start together let timers run in between. (Their immediates run in the same iteration.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Fails: lets a second call work while the first one has yielded
// Says: At 0 ms your code queued 6 immediates. All of them run in the same event-loop iteration
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
