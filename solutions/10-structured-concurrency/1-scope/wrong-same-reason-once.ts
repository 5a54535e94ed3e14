// Keeps the reasons in a Set, so the same reason of two failures is there once.
// Fails: rejects with an Error of all the reasons when several fail
// Says: which suppressed Error('the server is gone'), which suppressed Error('the server is gone')
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures = new Set<unknown>();
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failures.add(error);
  }
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      failures.add(error);
    }
  }
  if (failures.size > 0) throw [...failures].reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
