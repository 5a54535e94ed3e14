// Checks the clock in a loop. (The loop blocks the thread, so nothing else can run and the virtual clock stands still.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: A loop takes no time on the virtual clock: await a timer, and do not read the time again and again.
export async function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end);
}
