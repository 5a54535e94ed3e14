/**
 * Sleeps.
 *
 * - Resolves after exactly `ms` milliseconds.
 * - Sleeps side by side do not disturb each other: each lasts its own time.
 * - Others go on working meanwhile.
 * - Sets one timer for each call,
 * - and leaves none behind.
 */
export async function sleep(ms: number): Promise<void> {
  // TODO: wait, with one of the timers that Node has.
  throw new Error('TODO: write sleep() in katas/01-coroutines/2-sleep.ts');
}
