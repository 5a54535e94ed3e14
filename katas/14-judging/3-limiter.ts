/** Calls `f` with each item, at most `n` at a time, and fulfils with the results in the order of the items. */
export type Limit = (
  n: number,
  items: readonly string[],
  f: (item: string) => Promise<unknown>,
) => Promise<unknown[]>;

/**
 * A test of a limiter. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `limit(n, items, f)` calls `f` once with each item, in their order: the first `n` synchronously, during the call, and
 * > each further one as soon as one in flight has fulfilled, before any timer can fire. It fulfils with the results, in the
 * > order of the items, as soon as the last one is there; for no items with `[]`. When one rejects, it rejects at that moment with
 * > the same reason, and calls `f` no more.
 *
 * - Accepts every implementation that keeps the contract, however many microtasks it takes from one step to the next.
 * - Notices each mistake: too many in flight, too few, another order, too early, too late, or wrong after a rejection.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What becomes of the work in flight after a rejection is free.
 */
export async function check(limit: Limit): Promise<void> {
  // TODO: call limit with work that you settle yourself, and throw if something is not as it should be.
  throw new Error('TODO: write check() in katas/14-judging/3-limiter.ts');
}
