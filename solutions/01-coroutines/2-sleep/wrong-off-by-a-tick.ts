// Sleeps 1 ms longer, to be on the safe side.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: leaves no timer behind
// Says: sleep ended at 31 ms; expected 30 ms
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + 1));
}
