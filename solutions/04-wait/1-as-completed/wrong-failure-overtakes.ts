// Lets the stream fail, and with it goes what waits in it.
// Fails: keeps a failure too, behind the values that came before it
// Says: B was never handed on
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
