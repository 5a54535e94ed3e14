// Assumes that p-props attaches handlers to all promises. (It stops at the first that has rejected.)
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: a rejection that nobody ever handled, at 0 ms
import pProps from 'p-props';

export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return pProps(promises as Record<string, PromiseLike<unknown>>) as Promise<unknown> as Promise<T>;
}
