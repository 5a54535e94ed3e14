// With a web stream. A rejection is queued like a value: an error of the stream would discard the queue.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const arrivals = new ReadableStream<() => T>({
    async start(controller) {
      const put = (open: () => T) => controller.enqueue(open);
      const all = list.map((promise) =>
        promise.then(
          (value) => put(() => value),
          (failure) =>
            put(() => {
              throw failure;
            }),
        ),
      );
      // A reader that has stopped early, or has read an error, has already closed the stream.
      Promise.all(all)
        .then(() => controller.close())
        .catch(() => {});
    },
  });
  for await (const open of arrivals) yield open();
}
