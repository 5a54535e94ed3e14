// Waits for both and then asks whether there is an error, with if (failure). (An error can be undefined.)
// Fails: rejects with the error of the one that fails
// Says: expected a rejection
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  let failure: unknown;
  const keep = (error: unknown) => {
    failure ||= error;
  };
  const results = await Promise.all([a().catch(keep), b().catch(keep)]);
  if (failure) throw failure;
  return results as [A, B];
}
