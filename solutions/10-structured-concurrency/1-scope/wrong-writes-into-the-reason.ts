// Writes the earlier failure into the Error of the later one, which belongs to other code.
// Fails: rejects with an Error of all the reasons when several fail
// Says: Make a new Error for them
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
  if (failures.length > 0)
    throw failures.reduceRight((earlier, later) => suppressing(later, earlier));
  return value as T;
}

const suppressing = (error: unknown, suppressed: unknown) =>
  error instanceof Error && Object.isExtensible(error)
    ? Object.assign(error, { error, suppressed })
    : Object.assign(new Error('Several have failed'), { error, suppressed });
