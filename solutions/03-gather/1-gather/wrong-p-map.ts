// Assumes that p-map attaches handlers to all promises. (It stops at the first one that has rejected.)
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Attach a handler to every promise that may reject.
import pMap from 'p-map';

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return pMap([...awaitables] as (T | Promise<T>)[], (result) => result);
}
