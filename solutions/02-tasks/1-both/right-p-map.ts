// With p-map, without a limit.
import pMap from 'p-map';

type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const results = await pMap<Io<unknown>, unknown>([a, b], (f) => f());
  return results as [A, B];
}
