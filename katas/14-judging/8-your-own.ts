/** Returns a function that calls the functions that it gets, with at most `n` pieces of work in flight. */
export type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

/**
 * A test of `limit` of 07/1, your own and everybody's. It resolves for every implementation that keeps the contract in
 * `katas/07-limits/1-limit.ts`, and rejects, with any error, for every other one. In short:
 *
 * > Each `f` is called once, in the order of the calls, wherever those are made: in the first millisecond in which fewer than
 * > `n` are in flight, without a timer. Work ends when its promise settles, or `f` throws. Then its call settles in the same
 * > way, with the same value or reason, whatever that is. Each function that `limit` returns has its own places. An `n` that
 * > is neither Infinity nor a whole number from 1 on is a RangeError in the call of `limit`.
 *
 * One case is left open: several pieces of work end in one event-loop iteration. Then a new call of that iteration may take a
 * free place before a call that waits takes another one. A `check` must not expect an order there.
 *
 * - Accepts the right attempts at 07/1 in `solutions/07-limits/1-limit/`, however many microtasks they take.
 * - Notices the wrong ones there: each mistake, also a rejection that no code handles.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 */
export async function check(limit: Limit): Promise<void> {
  // TODO: call limit with work that you settle yourself, and throw if something is not as it should be.
  throw new Error('TODO: write check() in katas/14-judging/8-your-own.ts');
}
