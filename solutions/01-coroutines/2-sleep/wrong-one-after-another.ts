// Starts each sleep only when the previous one is over.
// Fails: does not let concurrent sleeps disturb each other
// Fails: leaves no timer behind
// Says: Its 17 ms began only when a had ended, at 53 ms: one waited for the other.
let last: Promise<unknown> = Promise.resolve();

export function sleep(ms: number): Promise<void> {
  const mine = last.then(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  last = mine;
  return mine;
}
