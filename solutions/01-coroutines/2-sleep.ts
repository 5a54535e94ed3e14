/**
 * Waits.
 *
 * - Resolves after exactly `ms` milliseconds.
 * - Sleeps that were called together pass together: two of them take as long as the longer one.
 * - Leaves the CPU to others meanwhile.
 * - Sets one timer for each call, and leaves none behind.
 */
export async function sleep(ms: number): Promise<void> {
  // A callback becomes a promise: the timer calls resolve, and the await goes on.
  await new Promise((resolve) => setTimeout(resolve, ms));
}
