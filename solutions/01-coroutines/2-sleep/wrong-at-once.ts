// Sets the timer, and waits for nothing.
// Fails: resolves after exactly as long as it is told
// Fails: lets two sleeps pass together
// Fails: lets others work meanwhile
// Fails: leaves no timer behind
// Fails: sets one timer for each call
// Says: sleep ended at 0 ms; expected 30 ms
export async function sleep(ms: number): Promise<void> {
  setTimeout(() => {}, ms);
}
