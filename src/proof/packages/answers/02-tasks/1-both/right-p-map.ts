// p-map over the two.
import pMap from 'p-map';

export const both = <A, B>(a: () => Promise<A>, b: () => Promise<B>) =>
  pMap<() => Promise<A | B>, A | B>([a, b], (f) => f());
