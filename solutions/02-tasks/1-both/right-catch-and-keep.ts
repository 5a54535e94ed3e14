// Turns both outcomes into objects, and throws an error only when both have settled.
type Io<T> = () => Promise<T>;

type Settled<T> = { value: T } | { failure: unknown };

const settle = <T>(promise: Promise<T>): Promise<Settled<T>> =>
  promise.then(
    (value) => ({ value }),
    (failure) => ({ failure }),
  );

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const first = settle(a());
  const second = settle(b());
  const x = await first;
  const y = await second;
  if ('failure' in x) throw x.failure;
  if ('failure' in y) throw y.failure;
  return [x.value, y.value];
}
