// Sets its flag in the line after the body. (A failure of the body skips that.)
// Fails: throws in defer when the body has settled
// Says: Before this line, 'report' failed at 11 ms
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
    isOver = true;
  } catch (error) {
    failures.unshift(error);
  }

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
