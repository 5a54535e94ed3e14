// Assumes that a failure comes before the other result. (When it comes after that, the promise never settles.)
// Fails: rejects with the error of the one that fails
// Says: Deadlock at 33 ms
type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = [];
    let fulfilled = 0;
    for (const [i, f] of [a, b].entries()) {
      (f as Io<unknown>)().then(
        (value) => {
          results[i] = value;
          if (++fulfilled === 2) resolve(results as [A, B]);
        },
        (error) => {
          if (fulfilled === 0) reject(error);
        },
      );
    }
  });
}
