// A little longer, to be on the safe side.
// Fails: resolves after exactly as long as it is told
// Fails: lets two sleeps pass together
// Fails: lets others work meanwhile
// Fails: leaves no timer behind
// Says: sleep ended at 31 ms; expected 30 ms
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + 1));
}
