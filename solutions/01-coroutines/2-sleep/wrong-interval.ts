// An interval fires again and again, until somebody clears it.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: lets others work meanwhile
// Fails: sets one timer for each call
// Fails: leaves no timer behind
// Says: one that is no longer wanted must be cleared
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setInterval(resolve, ms);
  });
}
