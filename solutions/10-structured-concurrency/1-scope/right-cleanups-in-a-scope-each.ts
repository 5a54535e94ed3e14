// Each cleanup is the `finally` of a promise: a failure is joined to the one before it.
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  let running: Promise<unknown> = (async () => body(defer))();
  const value = await running.then(
    (value) => value as T,
    () => undefined,
  );
  isOver = true;
  for (let i = cleanups.length - 1; i >= 0; i--) {
    const before = running;
    running = (async () => {
      try {
        await cleanups[i]?.();
      } catch (error) {
        await before.catch((suppressed: unknown) => {
          throw Object.assign(new Error('Several have failed'), { error, suppressed });
        });
        throw error;
      }
      await before;
    })();
    await running.catch(() => {});
  }
  await running;
  return value as T;
}
