// Takes care of b, and listens to a only when b has come.
// Fails: leaves no failure unheard when b fails first
// Fails: leaves no failure unheard when a fails first
// Says: a failed: a rejection that nobody ever handled
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const x = a();
  const second = await b();
  return [await x, second];
}
