// Ends the stream with an error at a rejection, which discards the values that are still queued.
// Fails: takes promises that have already settled in input order
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: It rejected at 0 ms with: c failed
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const arrivals = new ReadableStream<T>({
    start(controller) {
      const all = list.map((promise) =>
        promise.then(
          (value) => controller.enqueue(value),
          (failure) => controller.error(failure),
        ),
      );
      // After an error, the stream is closed already.
      Promise.all(all)
        .then(() => controller.close())
        .catch(() => {});
    },
  });
  yield* arrivals;
}
