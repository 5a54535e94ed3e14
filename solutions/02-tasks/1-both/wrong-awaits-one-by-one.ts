// Starts both, and listens to b only when a has come.
// Fails: leaves no failure unheard when b fails first
// Fails: leaves no failure unheard when a fails first
// Says: stood unhandled from 10 to 30 ms
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const y = b();
  return [await x, await y];
}
