type ReturnWhen = 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';

interface Options {
  returnWhen?: ReturnWhen;
  /** In ms; without it, there is no limit. */
  timeout?: number;
}

interface Result<T> {
  done: Set<Promise<T>>;
  pending: Set<Promise<T>>;
}

/**
 * Waits for promises, and tells which of them have settled (fulfilled or rejected). Stops no work.
 *
 * - Fulfils with two sets: `done` has the promises that have settled, `pending` has the others.
 *   They are the same promise objects that were passed in. Their order in a set is free.
 * - The two sets do not change later.
 * - `returnWhen: 'ALL_COMPLETED'`, the default, waits until all promises have settled.
 * - `'FIRST_COMPLETED'` waits until one promise has settled.
 * - With `'FIRST_COMPLETED'`, a promise that rejects counts as settled too.
 * - `'FIRST_EXCEPTION'` waits until one promise has rejected.
 * - With `'FIRST_EXCEPTION'`, when none rejects, waits until all have settled.
 * - Both sets are right in whatever order the promises settle.
 * - Every promise that has settled by then is in `done`, even when one would have been enough.
 * - The values do not matter: an Error as a value is no rejection.
 * - Never rejects because a promise rejects, and causes no unhandled rejection.
 *   The caller finds the error in the promise. It may be any value, also `undefined`.
 * - Neither does a promise that had rejected before the call. It is in `done`.
 * - In every mode, after `timeout` ms, fulfils with the sets as they are at that moment. A timeout is not an
 *   error.
 * - With `timeout: 0`, waits for no work. What had already settled is in `done`.
 * - Leaves no timer when the promises settle before the timeout, in every mode.
 * - An option that is `undefined` counts as not given.
 * - A promise that is in the input twice is in one set, and counts once.
 * - Iterates over `promises` only once, during the call, and does not change it. A generator is empty the
 *   second time, and the caller may change a list later.
 * - With an empty input, rejects with a TypeError in every mode.
 */
export async function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: Options = {},
): Promise<Result<T>> {
  // TODO: wait for the promises, and sort them into done and pending.
  throw new Error('TODO: write wait() in katas/04-wait/2-wait.ts');
}
