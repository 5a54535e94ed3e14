// Finds the controller of an attempt by the attempt, and the same function may be in the list twice.
// Fails: aborts no attempt of another call
// Says: 'c' ended at 84 ms; expected at 53 ms.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers = new Map<Op<T>, AbortController>();
  let won: Op<T> | undefined;
  let winner: Promise<T> | undefined;

  for (const attempt of attempts) {
    const controller = new AbortController();
    const latest = (async () => attempt(controller.signal))();
    controllers.set(attempt, controller);
    running.push(latest);
    latest.then(
      () => {
        winner ??= latest;
        won ??= attempt;
      },
      () => {},
    );
    await newsOrDelay([Promise.any(running), latest], delay);
    if (winner) break;
  }
  if (!winner) await Promise.any(running);

  controllers.forEach((controller, attempt) => {
    if (attempt !== won) controller.abort();
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
