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
  // The timer is asked to call `resolve` when it is time; until then nothing of ours runs at all.
  await new Promise((resolve) => setTimeout(resolve, ms));
}
