// Aborts all others whenever an attempt fulfils. (One that ignores its signal may fulfil after the winner.)
// Fails: does not abort the signal of the winner
// Says: 'a' fulfils after 'b' has won. That must not abort the signal of the winner.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers: AbortController[] = [];
  let winner: Promise<T> | undefined;

  for (const attempt of attempts) {
    const controller = new AbortController();
    const latest = (async () => attempt(controller.signal))();
    running.push(latest);
    controllers.push(controller);
    latest.then(
      () => {
        winner ??= latest;
        for (const other of controllers) if (other !== controller) other.abort();
      },
      () => {},
    );
    await newsOrDelay([Promise.any(running), latest], delay);
    if (winner) break;
  }
  if (!winner) await Promise.any(running);

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
