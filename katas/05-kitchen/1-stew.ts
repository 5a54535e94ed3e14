/** The hands of the cook (the thread), and the stove. Times are in ms. */
interface Kitchen {
  /** Calculates: blocks the thread for `ms` ms before it returns. */
  stir(ms: number): void;
  /** Waits: returns a promise that fulfils after `ms` ms; meanwhile the thread is free. */
  simmer(ms: number): Promise<void>;
}

/**
 * Cooks pots of stew. A pot is stirred for 2 ms, simmers for 100 ms, and is stirred for 2 ms again.
 *
 * - Stirs every pot twice, and lets it simmer once.
 * - Cooks one pot in 104 ms.
 * - Cooks three pots in 108 ms: they simmer at the same time, and are stirred one after another.
 * - The stove has room for every pot: 51 pots take 204 ms.
 * - Stirs each pot before it simmers, and again as soon as it has simmered, not when all of them have.
 * - Fulfils as soon as the last pot is done, before any other callback runs.
 * - Two calls at the same time do not wait for each other's pots to simmer.
 * - With no pots, fulfils immediately.
 */
export async function cook(pots: number, k: Kitchen): Promise<void> {
  // TODO: cook the pots, and wait until the last one is done.
  throw new Error('TODO: write cook() in katas/05-kitchen/1-stew.ts');
}
