// Assumes that `ms` is in seconds, as in Python's `asyncio.sleep`. (It is in milliseconds.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: leaves no timer behind
// Says: times are in milliseconds, not in seconds.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * 1000));
}
