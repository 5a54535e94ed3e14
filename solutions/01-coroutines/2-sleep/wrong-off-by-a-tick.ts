// Sleeps 1 ms longer, to be on the safe side.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: leaves no timer behind
// Says: A timer of 31 ms was set at 0 ms, and fired at 31 ms. Is that the right time?
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + 1));
}
