// Calls a function that a cleanup returns, as if that were one more cleanup.
// Fails: waits for a promise or a thenable of a cleanup, and for no other value
// Says: what a cleanup returns was called
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
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      const more = await cleanup();
      if (typeof more === 'function') await more();
    } catch (error) {
      failures.unshift(error);
    }
  }
  if (failures.length > 0) throw failures.reduceRight((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
