type Io<T> = () => Promise<T>;

/**
 * Runs two pieces of work at the same time.
 *
 * - Both are started at once, each one time.
 * - It takes as long as the slower of the two.
 * - Gives both results, the one of `a` first.
 * - When one of them fails, its failure is passed on: as soon as it comes, or when both have ended.
 *   When both fail, either failure will do.
 * - No failure is ever unhandled, whichever of the two fails first, and when both fail.
 */
export async function both<A, B>(a: Io<A>, b: Io<B>): Promise<[A, B]> {
  // TODO: start both, and give what they gave.
  throw new Error('TODO: write both() in katas/02-tasks/1-both.ts');
}
