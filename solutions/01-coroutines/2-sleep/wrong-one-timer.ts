// Uses one timer for all calls: each call clears the timer of the previous call.
// Fails: does not let concurrent sleeps disturb each other
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: The timer that was set at 0 ms, due at 53 ms, was cleared at 0 ms
let timer: NodeJS.Timeout | undefined;

export function sleep(ms: number): Promise<void> {
  clearTimeout(timer);
  return new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
}
