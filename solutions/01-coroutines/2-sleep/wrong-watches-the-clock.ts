// Looks at the clock every millisecond, with one interval.
// Fails: sets one timer for each call, and it fires once
// Says: how often each timer fired
export function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  return new Promise((resolve) => {
    const interval = setInterval(() => {
      if (Date.now() < end) return;
      clearInterval(interval);
      resolve();
    }, 1);
  });
}
