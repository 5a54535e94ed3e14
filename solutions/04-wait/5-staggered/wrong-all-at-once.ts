// Starts all attempts immediately and ignores the delay, so every server gets the load of every call.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Fails: still waits for the delay when an older attempt rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: settles only when the stopped attempts have ended
// Says: Calling a function starts its work, even without await.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], _delay: number): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const running = attempts.map(async (attempt, i) =>
    attempt((controllers[i] as AbortController).signal),
  );
  const { i, value } = await Promise.any(
    running.map(async (promise, i) => ({ i, value: await promise })),
  );
  controllers.forEach((controller, k) => {
    if (k !== i) controller.abort();
  });
  await Promise.allSettled(running);
  return value;
}
