/**
 * Waits for some time, without blocking the thread.
 *
 * - Fulfils exactly `ms` milliseconds after the call, also if the process has nothing else to do.
 * - Concurrent sleeps do not disturb each other: each one lasts its own time.
 * - Other work runs meanwhile.
 * - Each call sets exactly one timer, and it fires once.
 * - No timer is left behind.
 *
 * @param ms a whole number, at least 1
 */
export async function sleep(ms: number): Promise<void> {
  // The timer calls `resolve` when the time is over. Until then none of our code runs.
  await new Promise((resolve) => setTimeout(resolve, ms));
}
