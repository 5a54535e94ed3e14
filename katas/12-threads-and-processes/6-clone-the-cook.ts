/** The hands of the cook (your own thread), and the stove. Times are in ms. */
interface Kitchen {
  /** Computes: blocks your thread for `ms` ms before it returns. */
  stir(ms: number): void;
  /** Computes: blocks your thread for `ms` ms before it returns. */
  slice(ms: number): void;
  /** Waits: returns a promise that fulfils after `ms` ms; meanwhile the thread is free. */
  simmer(ms: number): Promise<void>;
}

/** A clone of the cook: a thread that can only slice. */
interface Cook {
  /** Asks the cook to slice for `ms` ms, after all that it was asked before. Fulfils when that is sliced. */
  slice(ms: number): Promise<void>;
  /** Tells the cook to go when it has sliced all that it was asked. Takes no time. */
  leave(): void;
}

/**
 * Makes what was ordered, in the least time that is possible. A stew is stirred for 2 ms, simmers for 100 ms, and is
 * stirred for 2 ms again. A sushi is sliced for 50 ms without a break, by your thread or by a cook.
 *
 * A cook comes 30 ms after the call of `hire`. While your thread computes, nothing reaches it: no cook that has come, and
 * no stew that is ready.
 *
 * - Makes every stew and every sushi once, and fulfils when all of them are done.
 * - Hires no cook when your thread alone is as fast: 3 stews and 1 sushi take 108 ms.
 * - Hires a cook when that is faster: 3 stews and 2 sushi take 108 ms, and 112 ms alone.
 * - Hires no more cooks than the least time needs, and never more than `most`: 3 sushi take 100 ms with one cook, and
 *   80 ms with two. 2 sushi take 80 ms with one cook, and another one saves nothing.
 * - Takes the least time for each order of up to 3 stews and 4 sushi, with up to 2 cooks.
 * - Hires as few cooks, and takes the least time, for larger orders and with more cooks.
 * - Tells every cook to leave, and does not poll.
 * - Makes the order as it is in the call, and does not change it. Each call has cooks of its own, and does not wait for
 *   the stews of another one.
 * - With nothing ordered, fulfils immediately.
 * - All of that is so for real: with threads of Node.
 *
 * @param order up to 5 stews, and any number of sushi
 * @param most how many cooks may be hired: 0, or more, also `Infinity`
 */
export async function feast(
  order: { stews: number; sushi: number },
  k: Kitchen,
  hire: () => Promise<Cook>,
  most: number,
): Promise<void> {
  // TODO: first plan: how many cooks, and who slices how many. Then do it, and wait until all is done.
  throw new Error('TODO: write feast() in katas/12-threads-and-processes/6-clone-the-cook.ts');
}
