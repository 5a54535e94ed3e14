// Yields to the event loop after it has called the first function.
// Fails: starts both immediately, each of them once
// Fails: takes as long as the slower of the two, without a timer
// Fails: rejects with the error of the one that fails
// Says: Code that waits lets other code run.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const first = a();
  first.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  return Promise.all([first, b()]);
}
