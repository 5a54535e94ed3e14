// Keeps the first result outside the function: two calls at the same time share it.
// Fails: keeps two calls apart that are in flight at the same time
// Says: Does your code keep something outside of the function? All calls share that.
type Io<T> = () => Promise<T>;

let first: unknown;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const keepFirst = (value: A) => {
    first = value;
  };
  const [, second] = await Promise.all([a().then(keepFirst), b()]);
  const results = [first, second];
  first = undefined;
  return results as [A, B];
}
