// Calls b before a, and awaits the two in the order of the results.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const second = b();
  second.catch(() => {});
  const first = await a();
  return [first, await second];
}
