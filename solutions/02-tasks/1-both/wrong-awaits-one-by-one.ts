// Starts both, but attaches no handler to the promise of 'b' until 'a' has fulfilled.
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: Was 'a' awaited until 30 ms? Attach a handler before the promise rejects.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const y = b();
  return [await x, await y];
}
