// A promise made by hand: the work that fulfils second resolves it.
type Io<T> = () => Promise<T>;

export function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    let first: { value: A } | undefined;
    let second: { value: B } | undefined;
    const finish = () => {
      if (first && second) resolve([first.value, second.value]);
    };
    a().then((value) => {
      first = { value };
      finish();
    }, reject);
    b().then((value) => {
      second = { value };
      finish();
    }, reject);
  });
}
