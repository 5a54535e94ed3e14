// A failure goes through the stream as a value: an error of the stream would throw away what waits in it.
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
      // Whoever has broken off, or read a failure, has closed it already.
      Promise.all(all)
        .then(() => controller.close())
        .catch(() => {});
    },
  });
  for await (const open of arrivals) yield open();
}
