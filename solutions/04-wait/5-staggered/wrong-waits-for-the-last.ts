// Goes from attempt to attempt, and forgets the older ones: only the last is awaited to its end.
// Fails: starts the next attempt when the delay is over, and none after the success
// Fails: gives the result of the first attempt to succeed
// Fails: gives the result of the oldest, when all that were started after it have failed
// Fails: tells those at work to stop at the moment of the success
// Fails: lets the caller hear when those have ended
// Fails: fails when all have failed, with the failures in the order of the attempts
// Says: d was started at 90 ms, and should not have been: b was done at 80 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const failures: unknown[] = [];
  const controllers: AbortController[] = [];
  const running: Promise<T>[] = [];
  for (const [i, attempt] of attempts.entries()) {
    const controller = new AbortController();
    const latest = attempt(controller.signal);
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
