// Sets all timers at the beginning, one for each attempt, and never changes or clears them.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: leaves no timer
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: A timer fired at 93 ms, which was set at 0 ms. Did that start 'd'?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const running = attempts.map(async (attempt, i) => {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, i * delay));
    return { i, value: await attempt((controllers[i] as AbortController).signal) };
  });
  const { i, value } = await Promise.any(running);
  controllers.forEach((controller, k) => {
    if (k !== i) controller.abort();
  });
  await Promise.allSettled(running);
  return value;
}
