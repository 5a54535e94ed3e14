// An interval fires again and again, until somebody clears it.
// Fails: resolves after exactly as long as it is told
// Fails: lets two sleeps pass together
// Fails: lets others work meanwhile
// Fails: sets one timer for each call
// Fails: leaves no timer behind
// Says: A timer that is no longer wanted must be cleared
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setInterval(resolve, ms);
  });
}
