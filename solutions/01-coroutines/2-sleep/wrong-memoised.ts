// Stores the promise of each duration for ever. (A promise fulfils only once.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: The second time, by the same function: sleep ended at 0 ms; expected 30 ms.
const known = new Map<number, Promise<void>>();

export function sleep(ms: number): Promise<void> {
  const mine = known.get(ms) ?? new Promise<void>((resolve) => setTimeout(resolve, ms));
  known.set(ms, mine);
  return mine;
}
