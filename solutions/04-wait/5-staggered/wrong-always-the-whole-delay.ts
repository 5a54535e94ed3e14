// Sleeps for the whole delay, and only afterwards looks at what has happened.
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Fails: fulfils with the value of the oldest attempt when all newer ones have rejected
// Fails: leaves no timer
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: settles only when the stopped attempts have ended
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: When the newest attempt rejects, the next one starts immediately.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers: AbortController[] = [];
  let winner: Promise<T> | undefined;

  for (const attempt of attempts) {
    const controller = new AbortController();
    const latest = (async () => attempt(controller.signal))();
    controllers.push(controller);
    running.push(latest);
    latest.then(
      () => {
        winner ??= latest;
      },
      () => {},
    );
    await newsOrDelay([Promise.any(running), latest], delay);
    if (winner) break;
  }
  if (!winner) await Promise.any(running);

  controllers.forEach((controller, i) => {
    if (running[i] !== winner) controller.abort();
  });
  await Promise.allSettled(running);
  return winner as Promise<T>;
}

/** Waits until one of the promises has settled, but not longer than `delay` ms. */
async function newsOrDelay(promises: Promise<unknown>[], delay: number): Promise<void> {
  const delayIsOver = new Promise((resolve) => {
    setTimeout(resolve, delay);
  });
  for (const promise of promises) promise.catch(() => {});
  await delayIsOver;
}
