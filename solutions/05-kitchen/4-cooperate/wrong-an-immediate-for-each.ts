// Assumes that timers run between immediates. (All queued immediates run in the same event-loop iteration.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Fails: lets a second call work while the first one has yielded
// Fails: rejects with the same error when work throws, and does not call it again
// Says: At 0 ms your code queued 60 immediates. All of them run in the same event-loop iteration
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
