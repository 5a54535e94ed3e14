type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Makes an attempt, and another one when that is slow or has failed. The first success wins.
 *
 * - The first attempt starts at once, the next one `delay` ms after the one before it was started.
 * - When the attempt that was started last fails, the next one starts at that moment, and the one after
 *   it `delay` ms later. A failure of an older attempt changes nothing.
 * - Gives the result of the first attempt to succeed, however old it is, and whatever failed meanwhile.
 * - Starts no attempt after that, and leaves no timer.
 * - Tells those that are still at work to stop, at that moment: each attempt gets a signal. That of the
 *   winner is not aborted: his result may still be read under it.
 * - Lets the caller hear when those have ended (stopping takes time), and not earlier.
 * - When all have failed, it fails with an AggregateError, with the failures in the order of the
 *   attempts. So it does without attempts, at once.
 */
export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const running: Promise<T>[] = [];
  const controllers: AbortController[] = [];
  let winner: Promise<T> | undefined;

  for (const attempt of attempts) {
    // One controller for all would abort the signal of the winner too.
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
  // Fails with the AggregateError when nobody has won.
  if (!winner) await Promise.any(running);

  controllers.forEach((controller, i) => {
    if (running[i] !== winner) controller.abort();
  });
  await Promise.allSettled(running);
  return winner as Promise<T>;
}

/** Waits until one of them has settled, in whatever way, and not longer than `delay` ms. */
async function newsOrDelay(promises: Promise<unknown>[], delay: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const delayIsOver = new Promise((resolve) => {
    timer = setTimeout(resolve, delay);
  });
  await Promise.race([...promises, delayIsOver]).catch(() => {});
  clearTimeout(timer);
}
