// Awaits 'a' before it calls 'b'.
// Fails: starts both immediately, each of them once
// Fails: takes as long as the slower of the two, without a timer
// Fails: keeps two calls apart that are in flight at the same time
// Fails: rejects with the error of the one that fails
// Says: Was 'a' awaited before 'b' was called? Start both first, then await them.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return [await a(), await b()];
}
