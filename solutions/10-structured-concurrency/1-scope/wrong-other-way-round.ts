// Takes the first failure for the important one, and the later ones for suppressed.
// Fails: rejects with an Error of all the reasons when several fail
// Says: the later one in its `error`, the earlier one in its `suppressed`
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
      await cleanup();
    } catch (error) {
      failures.unshift(error);
    }
  }
  if (failures.length > 0) throw failures.reduceRight((earlier, later) => both(earlier, later));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
