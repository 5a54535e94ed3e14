// Sets a timer for each attempt at the beginning, and forgets them: nothing that happens changes it.
// Fails: starts the next attempt when the delay is over, and none after the success
// Fails: starts the next attempt at once when the last one has failed
// Fails: leaves no timer
// Fails: tells those at work to stop at the moment of the success
// Fails: fails when all have failed, with the failures in the order of the attempts
// Says: d was started at 90 ms, and should not have been: b was done at 80 ms
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
