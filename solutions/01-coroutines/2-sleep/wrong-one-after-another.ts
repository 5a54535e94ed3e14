// Starts each sleep only when the previous one is over.
// Fails: does not let concurrent sleeps disturb each other
// Fails: leaves no timer behind
// Says: 'a' fulfilled at 53 ms, 17 ms before that. Did one wait for the other?
let last: Promise<unknown> = Promise.resolve();

export function sleep(ms: number): Promise<void> {
  const mine = last.then(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  last = mine;
  return mine;
}
