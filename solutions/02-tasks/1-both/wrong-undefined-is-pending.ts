// Assumes that a result of undefined means that the work is still running. (It is a result like any other.)
// Fails: fulfils with both results, the result of 'a' first
// Says: Does your code treat undefined as a missing value?
type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    let first: A | undefined;
    let second: B | undefined;
    const finish = () => {
      if (first !== undefined && second !== undefined) resolve([first, second]);
    };
    a().then((value) => {
      first = value;
      finish();
    }, reject);
    b().then((value) => {
      second = value;
      finish();
    }, reject);
  });
}
