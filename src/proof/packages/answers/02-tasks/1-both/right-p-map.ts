// p-map over the two; after a failure it goes on, and throws a list of the errors.
import pMap from 'p-map';

export const both = <A, B>(a: () => Promise<A>, b: () => Promise<B>) =>
  pMap<() => Promise<A | B>, A | B>([a, b], (f) => f(), { stopOnError: false }).catch((error) => {
    throw error.errors[0];
  });
