// Keeps only the latest arrival: an earlier one that was not read yet is lost.
// Fails: takes promises that have already settled in input order
// Fails: keeps values that arrive while the reader is busy, in the order of arrival
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Fails: yields the value of a promise twice when it is in the input twice
// Says: Keep each value until the reader asks for it.
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
