// Has one list of failures for all scopes, which each of them empties when it begins.
// Fails: has cleanups of its own for each call
// Fails: sets no timer
// Says: It rejected at 46 ms with: Several have failed
type Defer = (cleanup: () => unknown) => void;

let failures: unknown[] = [];

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  failures = [];
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failures.unshift(error);
  }
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
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
