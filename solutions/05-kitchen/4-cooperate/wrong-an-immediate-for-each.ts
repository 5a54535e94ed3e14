// Assumes that timers run between immediates. (All queued immediates run in the same event-loop iteration.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Fails: rejects with the same error when work throws, and does not call it again
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
