// Assumes that a winner has a value. (An attempt may fulfil with `undefined`.)
// Fails: fulfils with the value of the first attempt that fulfils
// Says: 'b' fulfils with undefined
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers: AbortController[] = [];
  let winner: Promise<T> | undefined;
  let found: T | undefined;

  for (const attempt of attempts) {
    const controller = new AbortController();
    const latest = (async () => attempt(controller.signal))();
    controllers.push(controller);
    running.push(latest);
    latest.then(
      (value) => {
        winner ??= latest;
        found ??= value;
      },
      () => {},
    );
    await newsOrDelay([Promise.any(running), latest], delay);
    if (found) break;
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
