// Assumes that p-props attaches handlers to all promises. (It stops at the first that has rejected.)
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Attach a handler to every promise that may reject.
import pProps from 'p-props';

export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return pProps(promises as Record<string, PromiseLike<unknown>>) as Promise<unknown> as Promise<T>;
}
