// Queues up behind the sleep before.
// Fails: lets two sleeps pass together
// Says: It took 80 ms; expected 50 ms
let last: Promise<unknown> = Promise.resolve();

export function sleep(ms: number): Promise<void> {
  const mine = last.then(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  last = mine;
  return mine;
}
