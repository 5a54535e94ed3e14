// Awaits only 'a', and assumes that 'b' has fulfilled as well. (It may take longer.)
// Fails: starts both immediately, each of them once
// Fails: takes as long as the slower of the two, without a timer
// Fails: fulfils with both results, the result of 'a' first
// Fails: keeps two calls apart that are in flight at the same time
// Fails: rejects with the error of the one that fails
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: Await the work that you start, or stop it, before your function settles.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  let second: B | undefined;
  b().then((value) => {
    second = value;
  });
  return [await a(), second as B];
}
