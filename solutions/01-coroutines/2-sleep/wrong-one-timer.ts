// One timer for all: the second call takes it away from the first.
// Fails: lets sleeps side by side last each its own time
// Fails: sets one timer for each call
// Fails: leaves no timer behind
// Says: The timer that was set at 0 ms, due at 50 ms, was cleared at 0 ms
let timer: NodeJS.Timeout | undefined;

export function sleep(ms: number): Promise<void> {
  clearTimeout(timer);
  return new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
}
