// Puts the results into the list in the order of their arrival.
// Fails: fulfils with both results, the result of 'a' first
// Says: The values are right, but in the order in which they arrived; expected input order.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const results: unknown[] = [];
  await Promise.all([
    a().then((value) => results.push(value)),
    b().then((value) => results.push(value)),
  ]);
  return results as [A, B];
}
