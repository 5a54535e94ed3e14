/** The hands of the cook (the thread), and the stove. Times are in ms. */
interface Kitchen {
  /** Calculates: blocks the thread for `ms` ms before it returns. */
  stir(ms: number): void;
  /** Calculates: blocks the thread for `ms` ms before it returns. */
  slice(ms: number): void;
  /** Waits: returns a promise that fulfils after `ms` ms; meanwhile the thread is free. */
  simmer(ms: number): Promise<void>;
}

/**
 * Makes what was ordered. A stew is stirred for 2 ms, simmers for 100 ms, and is stirred for 2 ms again. A
 * sushi is sliced for 50 ms without a break.
 *
 * - Makes every stew and every sushi of the order.
 * - Makes three stews and a sushi in 108 ms, as long as the stews alone take: it slices as soon as all the
 *   stews simmer.
 * - Makes three stews and two sushi in 112 ms: in all this time the thread computes.
 * - Makes one stew in 104 ms, and three in 108 ms.
 * - Makes one sushi in 50 ms, and three in 150 ms: slicing never waits.
 * - Makes any other order like that: while there is something to slice, the thread is not idle.
 * - Fulfils as soon as the last stew is done, before any other callback runs.
 * - Two calls at the same time do not wait for each other's stews to simmer. The order is not changed.
 * - With nothing ordered, fulfils immediately.
 */
export async function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  // Each call runs to its first await. After this line all the stews simmer, and the thread is free.
  const stews = Array.from({ length: order.stews }, stew);
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
