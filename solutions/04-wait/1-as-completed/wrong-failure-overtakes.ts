// Ends the stream with an error at a rejection, which discards the values that are still queued.
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: What arrived first must be yielded first: a later rejection waits.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const arrivals = new ReadableStream<T>({
    start(controller) {
      const all = list.map((promise) => promise.then((value) => controller.enqueue(value)));
      Promise.all(all).then(
        () => controller.close(),
        (failure) => controller.error(failure),
      );
    },
  });
  yield* arrivals;
}
