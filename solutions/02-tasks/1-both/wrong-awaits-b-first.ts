// Starts both, but attaches no handler to the promise of 'a' until 'b' has fulfilled.
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: a failed: a rejection that nobody ever handled
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const second = await b();
  return [await x, second];
}
