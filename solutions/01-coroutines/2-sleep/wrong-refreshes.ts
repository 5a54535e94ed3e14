// One timer of 1 ms that is started again until the time is over.
// Fails: sets one timer for each call, and it fires once
// Says: how often each timer fired
export function sleep(ms: number): Promise<void> {
  const end = Date.now() + ms;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (Date.now() < end) timer.refresh();
      else resolve();
    }, 1);
  });
}
