type Io<T> = () => Promise<T>;

/**
 * Runs two pieces of work concurrently.
 *
 * - Starts both immediately, each of them once; twice when `a` and `b` are the same function.
 * - Takes as long as the slower of the two. No timer is needed for that.
 * - Fulfils with both results, the result of `a` first, whatever the results are.
 * - Each call has its own work and its own results, also when two calls are in flight at the same time.
 * - When one of them fails, rejects with the same error, whatever it is: immediately, or as soon as both have
 *   settled. When both fail, either error will do.
 * - Causes no unhandled rejection when `b` fails first, whether or not `a` fails later.
 * - Causes no unhandled rejection when `a` fails first, whether or not `b` fails later.
 */
export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  // Both calls run before anything is awaited, and all() attaches handlers to both promises.
  return Promise.all([a(), b()]);
}
