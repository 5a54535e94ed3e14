// Collects the results in a Set. (Two pieces of work may have the same result.)
// Fails: fulfils with both results, the result of 'a' first
// Says: expected [ 'the same', 'the same' ]
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const results = new Set<unknown>();
  for (const value of await Promise.all([a(), b()])) results.add(value);
  return [...results] as [A, B];
}
