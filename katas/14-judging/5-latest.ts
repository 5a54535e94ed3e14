/** Returns a function that loads the answer to a query and shows it, unless a later query has been asked meanwhile. */
export type Latest = (
  load: (query: string) => Promise<unknown>,
  show: (answer: unknown) => void,
) => (query: string) => Promise<unknown>;

/**
 * A test of `latest`. It resolves for every implementation that keeps this contract, and rejects, with any error,
 * for every other one:
 *
 * > `latest(load, show)` returns a function `search`. Each call `search(query)` calls `load(query)` once, synchronously, during
 * > the call. It is overtaken as soon as `search` is called again, also with the same text. When its load fulfils, and it has not been
 * > overtaken, it calls `show` once with the answer; an overtaken one never does. It fulfils when its own load has
 * > settled, before any timer can fire, also when it has been overtaken and that load rejects. When the load of one that
 * > has not been overtaken rejects, it rejects with the same reason. Two functions that `latest` has returned know nothing of each other.
 *
 * - Accepts every implementation that keeps the contract, however it is written, and however many microtasks it takes.
 * - Notices each mistake: another answer shown, or at another moment; a promise that settles otherwise, or at another moment.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 *
 * What `search` fulfils with is free, and so is what happens when `load` or `show` throws.
 */
export async function check(latest: Latest): Promise<void> {
  // TODO: call latest with a load that you settle yourself, and throw if something is not as it should be.
  throw new Error('TODO: write check() in katas/14-judging/5-latest.ts');
}
