// Uses Promise.all, but awaits each call inside its list: 'b' starts only when 'a' has ended.
// Fails: starts both immediately, each of them once
// Fails: takes as long as the slower of the two, without a timer
// Fails: keeps two calls apart that are in flight at the same time
// Fails: rejects with the error of the one that fails
// Says: Was 'a' awaited before 'b' was called? Start both first, then await them.
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return Promise.all([await a(), await b()]);
}
