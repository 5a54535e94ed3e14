// With p-map, without a limit; after a failure it goes on, and throws a list of the errors.
import pMap from 'p-map';

type Io<T> = () => Promise<T>;

export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  const options = { stopOnError: false };
  try {
    return (await pMap<Io<unknown>, unknown>([a, b], (f) => f(), options)) as [A, B];
  } catch (error) {
    throw (error as AggregateError).errors[0];
  }
}
