// Goes from attempt to attempt and forgets the older ones: only the newest one can win.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: fulfils with the value of the oldest attempt when all newer ones have rejected
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: settles only when the stopped attempts have ended
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: A timer fired at 93 ms, which was set at 62 ms. Did that start 'd'?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const failures: unknown[] = [];
  const controllers: AbortController[] = [];
  const running: Promise<T>[] = [];
  for (const [i, attempt] of attempts.entries()) {
    const controller = new AbortController();
    const latest = (async () => attempt(controller.signal))();
    controllers.push(controller);
    running.push(latest);
    latest.catch(() => {});
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<'too slow'>((resolve) => {
      if (i < attempts.length - 1) timer = setTimeout(resolve, delay, 'too slow');
    });
    try {
      const first = await Promise.race([latest.then((value) => ({ value })), tooSlow]);
      if (first === 'too slow') continue;
      for (const other of controllers) if (other !== controller) other.abort();
      await Promise.allSettled(running);
      return first.value;
    } catch (failure) {
      failures.push(failure);
    } finally {
      clearTimeout(timer);
    }
  }
  throw new AggregateError(failures);
}
