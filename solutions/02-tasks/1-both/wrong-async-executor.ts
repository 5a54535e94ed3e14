// Assumes that an error in an async executor rejects the new promise. (It rejects the promise of the executor, which has no handler.)
// Fails: starts both immediately, each of them once
// Fails: rejects with the error of the one that fails
// Fails: causes no unhandled rejection when 'b' fails first
// Fails: causes no unhandled rejection when 'a' fails first
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return new Promise(async (resolve) => {
    resolve(await Promise.all([a(), b()]));
  });
}
