/** The cook's hands and the stove. Times are in ms. */
interface Kitchen {
  /** Takes the hands: nothing else is done until it is over. */
  stir(ms: number): void;
  /** Takes the hands: nothing else is done until it is over. */
  slice(ms: number): void;
  /** Takes a place on the stove, and no hands: the promise resolves when it is over. */
  simmer(ms: number): Promise<void>;
}

/**
 * Cook what was ordered. A stew is stirred for 2 ms, simmers for 100 ms, and is stirred for 2 ms. A
 * sushi is sliced for 50 ms at a stretch.
 *
 * - Everything that was ordered is made.
 * - Three stews and a sushi take 108 ms, as long as the stews alone.
 * - Three stews and two sushi take 112 ms: as long as the hands have work.
 * - One stew takes 104 ms, three take 108 ms.
 * - One sushi takes 50 ms, three take 150 ms: there is nothing in a sushi to wait for.
 */
export async function dinner(order: { stews: number; sushi: number }, k: Kitchen): Promise<void> {
  const stew = async () => {
    k.stir(2);
    await k.simmer(100);
    k.stir(2);
  };
  // Every call runs to its first await: when all the stews are on the stove, the hands are free.
  const stews = Array.from({ length: order.stews }, stew);
  for (let i = 0; i < order.sushi; i++) k.slice(50);
  await Promise.all(stews);
}
