// Fills the same list for every call, so a later call changes the results of an earlier one.
// Fails: keeps two calls apart that are in flight at the same time
// Says: All calls share that.
type Io<T> = () => Promise<T>;

const results: unknown[] = [];

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const [first, second] = await Promise.all([a(), b()]);
  results[0] = first;
  results[1] = second;
  return results as [A, B];
}
