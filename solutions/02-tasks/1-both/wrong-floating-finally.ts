// Assumes that finally() only adds a callback. (It also returns a new promise, which rejects too and has no handler.)
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: Did then(), finally() or an async function return the other one?
type Io<T> = () => Promise<T>;

let underWay = 0;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  underWay++;
  const results = Promise.all([a(), b()]);
  results.finally(() => underWay--);
  return results;
}
