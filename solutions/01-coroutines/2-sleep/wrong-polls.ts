// Wakes up every millisecond to check the clock.
// Fails: sets one timer for each call, and it fires once
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
export async function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 1));
}
