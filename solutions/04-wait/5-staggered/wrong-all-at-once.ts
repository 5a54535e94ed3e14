// Starts all of them, and leaves the delay out: the servers get the load that was to be spared.
// Fails: starts the next attempt when the delay is over, and none after the success
// Fails: starts the next attempt at once when the last one has failed
// Fails: keeps to the delay when an older attempt fails
// Fails: tells those at work to stop at the moment of the success
// Fails: lets the caller hear when those have ended
// Says: b was started at 0 ms, while a was at work; expected 30 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], _delay: number): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const running = attempts.map((attempt, i) => attempt((controllers[i] as AbortController).signal));
  const { i, value } = await Promise.any(
    running.map(async (promise, i) => ({ i, value: await promise })),
  );
  controllers.forEach((controller, k) => {
    if (k !== i) controller.abort();
  });
  await Promise.allSettled(running);
  return value;
}
