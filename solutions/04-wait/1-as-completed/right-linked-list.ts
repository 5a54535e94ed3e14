// A linked list of promises: each arrival fulfils the last link with its outcome and the next link.
type Link<T> = { open: () => T; next: Promise<Link<T>> };

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  let append = (_open: () => T) => {};
  const grow = (): Promise<Link<T>> =>
    new Promise((resolve) => {
      append = (open) => resolve({ open, next: grow() });
    });
  let head = grow();
  const all = Array.from(promises, (promise) =>
    promise.then(
      (value) => append(() => value),
      (failure) =>
        append(() => {
          throw failure;
        }),
    ),
  );
  for (const _ of all) {
    const { open, next } = await head;
    yield open();
    head = next;
  }
}
