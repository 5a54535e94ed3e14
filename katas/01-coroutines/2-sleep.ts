/**
 * Waits for some time, without blocking the thread.
 *
 * - Fulfils after exactly `ms` milliseconds.
 * - Concurrent sleeps do not disturb each other: each one lasts its own time.
 * - Other work runs meanwhile.
 * - Each call sets exactly one timer.
 * - No timer is left behind.
 */
export async function sleep(ms: number): Promise<void> {
  // TODO: wait, with one of Node's timers.
  throw new Error('TODO: write sleep() in katas/01-coroutines/2-sleep.ts');
}
