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
 * Waits for promises and tells which of them have settled, without touching them.
 *
 * - Gives two sets: `done` holds those that have settled, fulfilled or rejected, `pending` the others.
 *   They are the very promises that were passed in, and the sets do not change any more.
 * - `returnWhen: 'ALL_COMPLETED'`, the default, waits until all have settled.
 * - `'FIRST_COMPLETED'` waits until one has settled, fulfilled or rejected.
 * - `'FIRST_EXCEPTION'` waits until one is rejected, or else until all have settled.
 * - What has settled by the time it returns is in `done`, even when one would have been enough.
 * - A failure is not thrown, and not left unhandled: it is found in the promise.
 * - After `timeout` ms it gives what is known then; with 0 it waits for no work at all. That is no failure,
 *   and stops nobody.
 * - No timer is left behind, whoever was first.
 * - The promises may come from any iterable, which is read once. Without promises it is rejected with a
 *   TypeError: nothing would ever happen.
 */
export async function wait<T>(
  promises: Iterable<Promise<T>>,
  { returnWhen = 'ALL_COMPLETED', timeout }: Options = {},
): Promise<Result<T>> {
  // TODO: wait for the promises, and sort them into done and pending.
  throw new Error('TODO: write wait() in katas/04-wait/2-wait.ts');
}
