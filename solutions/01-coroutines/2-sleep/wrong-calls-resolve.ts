// Calls resolve at once, and gives the timer what came of that: nothing.
// Fails: resolves after exactly as many ms as it is told
// Fails: lets sleeps side by side last each its own time
// Fails: sets one timer for each call
// Fails: leaves no timer behind
// Says: Was something called at once that should be handed over
export function sleep(ms: number): Promise<void> {
  return new Promise<void>((resolve) => {
    // @ts-expect-error: the compiler sees it, and plain JavaScript does not.
    setTimeout(resolve(), ms);
  });
}
