// Calls the cleanups in a plain loop, which a failure leaves.
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Says: One cleanup has failed, and the others are called all the same
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const end: { value?: T; reason?: unknown; failed?: boolean } = {};
  try {
    end.value = await body(defer);
  } catch (error) {
    Object.assign(end, { reason: error, failed: true });
  }
  isOver = true;
  try {
    for (const cleanup of cleanups.reverse()) await cleanup();
  } catch (error) {
    throw end.failed ? both(error, end.reason) : error;
  }
  if (end.failed) throw end.reason;
  return end.value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
