// Starts both, but attaches no handler to the promise of 'a' until 'b' has fulfilled.
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const second = await b();
  return [await x, second];
}
