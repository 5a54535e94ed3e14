// Wakes up every millisecond to check the clock.
// Fails: sets one timer for each call, and it fires once
// Says: nobody has to ask every now and then
export async function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 1));
}
