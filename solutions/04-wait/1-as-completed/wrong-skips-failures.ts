// Yields the values, and swallows the rejections.
// Fails: throws the same error as soon as a promise rejects
// Fails: has ended when it has thrown
// Fails: takes promises that have already settled in input order
// Fails: keeps a rejection while the reader is busy, behind what arrived before it
// Says: 'b' failed at 19 ms. That error was handled, but not passed on. Does a catch turn it into a value?
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  let left = 0;
  for (const promise of promises) {
    left++;
    promise.then(
      () => {
        arrived.push(promise);
        wake();
      },
      () => {
        left--;
        wake();
      },
    );
  }
  while (left > 0) {
    const next = arrived.shift();
    if (next) {
      left--;
      yield next;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
