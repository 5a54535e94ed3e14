/** The cook's hands and the stove. Times are in ms. */
interface Kitchen {
  /** Takes the hands: nothing else is done until it is over. */
  stir(ms: number): void;
  /** Takes a place on the stove, and no hands: the promise resolves when it is over. */
  simmer(ms: number): Promise<void>;
}

/**
 * Cook so many pots of stew. A pot is stirred for 2 ms, simmers for 100 ms, and is stirred for 2 ms.
 *
 * - Every pot is stirred twice, and simmers once.
 * - One pot takes 104 ms.
 * - Three pots take 108 ms: they simmer side by side, and only the stirring comes one after the other.
 * - A pot goes on the stove when it has been stirred, and is stirred again when it has simmered, not when
 *   all have.
 */
export async function cook(pots: number, k: Kitchen): Promise<void> {
  // TODO: cook the pots, and wait until the last one is done.
  throw new Error('TODO: write cook() in katas/05-kitchen/1-stew.ts');
}
