// Takes cleanups until the last cleanup has ended, and calls those as well.
// Fails: throws in defer when the body has settled
// Says: `defer` throws an Error with the message 'the scope is over', and the cleanup is not called
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures: unknown[] = [];
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failures.unshift(error);
  }

  while (cleanups.length > 0) {
    try {
      await cleanups.pop()?.();
    } catch (error) {
      failures.unshift(error);
    }
  }
  isOver = true;
  if (failures.length > 0) throw failures.reduceRight((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
