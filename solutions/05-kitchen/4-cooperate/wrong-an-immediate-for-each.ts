// Hands every item to an immediate at the beginning: all of them have the same turn.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Fails: passes on what the work throws, and does no more of it
// Says: From 0 to 60 ms nothing else could run: the event loop was silent for 60 ms, and at most 11 ms are promised. The heartbeat that was due at 4 ms beat at 60 ms. An await of a value, queueMicrotask and nextTick give way only to one another, and immediates that were set together all have the same turn.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  await Promise.all(
    items.map(
      (item) =>
        new Promise<void>((resolve, reject) => {
          setImmediate(() => {
            try {
              resolve(work(item));
            } catch (error) {
              reject(error);
            }
          });
        }),
    ),
  );
}
