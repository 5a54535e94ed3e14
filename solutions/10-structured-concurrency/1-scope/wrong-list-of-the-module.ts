// Has one list of cleanups for all scopes.
// Fails: has cleanups of its own for each call
// Fails: sets no timer
// Says: closes what its own body has deferred, and nothing else
type Defer = (cleanup: () => unknown) => void;

const cleanups: (() => unknown)[] = [];

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
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
  for (const cleanup of cleanups.splice(0).reverse()) {
    try {
      await cleanup();
    } catch (error) {
      failures.unshift(error);
    }
  }
  if (failures.length > 0) throw failures.reduceRight((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
