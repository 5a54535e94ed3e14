// Wakes the reader for each arrival, and keeps only the latest.
// Fails: gives what is there already in the order of the promises
// Fails: keeps what arrives while the reader is busy
// Fails: keeps a failure too, behind the values that came before it
// Says: b was never handed on; expected at 0 ms. Whoever waits for it waits for ever.
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  let latest: (() => T) | undefined;
  let wake = () => {};
  for (const promise of list) {
    const arrive = (open: () => T) => {
      latest = open;
      wake();
    };
    promise.then(
      (value) => arrive(() => value),
      (failure) =>
        arrive(() => {
          throw failure;
        }),
    );
  }
  for (const _ of list) {
    if (!latest)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const open = latest as unknown as () => T;
    latest = undefined;
    yield open();
  }
}
