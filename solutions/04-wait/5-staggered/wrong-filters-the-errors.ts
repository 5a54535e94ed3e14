// Leaves out the errors that are falsy. (A promise may reject with `undefined`.)
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'c' failed at 47 ms, and the list has no item for it.
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
  if (!winner) {
    await Promise.any(running).catch(({ errors }: AggregateError) => {
      throw new AggregateError(errors.filter(Boolean));
    });
  }

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
