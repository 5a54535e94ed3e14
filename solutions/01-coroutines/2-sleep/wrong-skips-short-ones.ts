// Assumes that a few ms are not worth a timer.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Says: No time passed on the virtual clock.
export async function sleep(ms: number): Promise<void> {
  if (ms < 5) return;
  await new Promise((resolve) => setTimeout(resolve, ms));
}
