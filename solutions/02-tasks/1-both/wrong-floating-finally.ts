// finally() gives a promise of its own, which fails as well, and nobody listens to that one.
// Fails: leaves no failure unheard when b fails first
// Fails: leaves no failure unheard when a fails first
// Says: a rejection that nobody ever handled
type Io<T> = () => Promise<T>;

let underWay = 0;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  underWay++;
  const results = Promise.all([a(), b()]);
  results.finally(() => underWay--);
  return results;
}
