// Keeps its lists outside of the function, so one call aborts the attempts of another.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Fails: still waits for the delay when an older attempt rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: fulfils with the value of the oldest attempt when all newer ones have rejected
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: leaves no timer
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: does not abort the signal of the winner
// Fails: settles only when the stopped attempts have ended
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Fails: rejects immediately with an AggregateError when the input is empty
// Says: b was started at 0 ms; expected 31 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

const running: Promise<unknown>[] = [];
const controllers: AbortController[] = [];

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
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
  let timer: NodeJS.Timeout | undefined;
  const delayIsOver = new Promise((resolve) => {
    timer = setTimeout(resolve, delay);
  });
  await Promise.race([...promises, delayIsOver]).catch(() => {});
  clearTimeout(timer);
}
