// Sets the timer, and waits for nothing.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: lets others work meanwhile
// Fails: leaves no timer behind
// Fails: sets one timer for each call
// Says: A timer was set, due at 30 ms, and nobody waited for it.
export async function sleep(ms: number): Promise<void> {
  setTimeout(() => {}, ms);
}
