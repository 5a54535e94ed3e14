// Races against a timer, and does not clear it when another promise wins the race.
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: still waits for the delay when an older attempt rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: fulfils with the value of the oldest attempt when all newer ones have rejected
// Fails: keeps the first value when an aborted attempt fulfils later
// Fails: leaves no timer
// Fails: does not abort the signal of the winner
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: a timeout set at 40 ms, due at 70 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers: AbortController[] = [];
  let winner: Promise<T> | undefined;

  for (const attempt of attempts) {
    const controller = new AbortController();
    const latest = attempt(controller.signal);
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
  const delayIsOver = new Promise((resolve) => setTimeout(resolve, delay));
  await Promise.race([...promises, delayIsOver]).catch(() => {});
}
