// A settled promise of failures is not a failed promise: the caller gets the error as a result.
// Fails: passes on the failure of either
// Says: the failure was swallowed on its way to the caller
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const settled = await Promise.allSettled([a(), b()]);
  const results = settled.map((entry) =>
    entry.status === 'fulfilled' ? entry.value : entry.reason,
  );
  return results as [A, B];
}
