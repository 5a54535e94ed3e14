// Takes an Error that has `suppressed` for one of its own, and makes a new one of its parts.
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Says: 'report' failed with the expected reason at 11 ms. Pass on the reason as it is
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
  const all = failures.flatMap(partsOf);
  if (all.length > 0) throw all.reduceRight((earlier, later) => both(later, earlier));
  return value as T;
}

function partsOf(reason: unknown): unknown[] {
  if (!(reason instanceof Error && 'error' in reason && 'suppressed' in reason)) return [reason];
  return [...partsOf(reason.error), ...partsOf(reason.suppressed)];
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
