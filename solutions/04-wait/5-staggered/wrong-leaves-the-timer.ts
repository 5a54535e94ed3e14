// Races against a timer, and does not clear it when somebody else has won the race.
// Fails: starts the next attempt at once when the last one has failed
// Fails: keeps to the delay when an older attempt fails
// Fails: gives the result of the first attempt to succeed
// Fails: gives the result of the oldest, when all that were started after it have failed
// Fails: keeps to the first success when another one comes while the rest is stopping
// Fails: leaves no timer
// Fails: does not abort the signal of the winner
// Fails: fails when all have failed, with the failures in the order of the attempts
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

/** Waits until one of them has settled, in whatever way, and not longer than `delay` ms. */
async function newsOrDelay(promises: Promise<unknown>[], delay: number): Promise<void> {
  const delayIsOver = new Promise((resolve) => setTimeout(resolve, delay));
  await Promise.race([...promises, delayIsOver]).catch(() => {});
}
