// Waits for a alone, and takes it that b will have come by then.
// Fails: starts both at once
// Fails: takes as long as the slower of the two
// Fails: gives both results, the one of a first
// Fails: passes on the failure of either
// Fails: leaves no failure unheard when b fails first
// Fails: leaves no failure unheard when a fails first
// Says: b, at work since 0 ms
type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  let second: B | undefined;
  b().then((value) => {
    second = value;
  });
  return [await a(), second as B];
}
