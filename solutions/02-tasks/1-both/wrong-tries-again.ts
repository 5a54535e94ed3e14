// Starts work that has failed a second time.
// Fails: rejects with the error of the one that fails
// Says: 'a' failed at 10 ms, and was started again after that.
type Io<T> = () => Promise<T>;

const twice = <T>(f: Io<T>): Promise<T> => f().catch(() => f());

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return Promise.all([twice(a), twice(b)]);
}
