// Nothing turns what is thrown inside an async executor into a rejection: the caller waits for ever.
// Fails: passes on the failure of either
// Fails: leaves no failure unheard when b fails first
// Fails: leaves no failure unheard when a fails first
// Says: a failure came that nobody heard (a failed)
type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return new Promise(async (resolve) => {
    resolve(await Promise.all([a(), b()]));
  });
}
