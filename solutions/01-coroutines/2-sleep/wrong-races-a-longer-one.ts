// Races the time against a longer one, which is left behind.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: a timeout set at 0 ms, due at 1030 ms
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function sleep(ms: number): Promise<void> {
  return Promise.race([after(ms), after(ms + 1000)]);
}
