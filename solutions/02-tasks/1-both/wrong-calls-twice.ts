// Calls both functions twice: the first time to wait, the second time for the results.
// Fails: starts both immediately, each of them once
// Fails: takes as long as the slower of the two, without a timer
// Fails: keeps two calls apart that are in flight at the same time
// Says: 'a' was started 2 times, at 0 and 30 ms; expected once
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  await Promise.all([a(), b()]);
  return Promise.all([a(), b()]);
}
