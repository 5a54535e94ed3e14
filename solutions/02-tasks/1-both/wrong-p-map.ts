// Assumes that p-map calls every function. (When the first has rejected already, it calls no other.)
// Fails: starts both immediately, each of them once
// Says: Here the other one has rejected already
import pMap from 'p-map';

type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const results = await pMap<Io<unknown>, unknown>([a, b], (f) => f());
  return results as [A, B];
}
