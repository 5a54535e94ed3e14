// Asks for the time until it is over: nothing else can run, not even the clock.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: lets others work meanwhile
// Fails: sets one timer for each call
// Fails: leaves no timer behind
// Says: time passes only while your code waits
export async function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end);
}
