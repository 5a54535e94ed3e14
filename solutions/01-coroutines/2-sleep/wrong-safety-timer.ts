// Sets a second timer, in case that the first one does not fire.
// Fails: sets one timer for each call, and it fires once
// Says: 6 timers were set
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const safety = setTimeout(resolve, ms + 100);
    setTimeout(() => {
      clearTimeout(safety);
      resolve();
    }, ms);
  });
}
