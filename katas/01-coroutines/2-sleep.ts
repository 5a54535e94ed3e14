/**
 * Waits.
 *
 * - Resolves after exactly `ms` milliseconds.
 * - Sleeps that were called together pass together: two of them take as long as the longer one.
 * - Leaves the CPU to others meanwhile.
 * - Sets one timer for each call, and leaves none behind.
 */
export async function sleep(ms: number): Promise<void> {
  // TODO: wait, with the timers that Node has.
  throw new Error('TODO: write sleep() in katas/01-coroutines/2-sleep.ts');
}
