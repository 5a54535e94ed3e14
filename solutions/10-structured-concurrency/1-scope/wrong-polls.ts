// Looks every millisecond whether the body has settled.
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Fails: throws in defer when the body has settled
// Fails: sets no timer
// Says: A timer fired at 1 ms, which was set at 0 ms
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
  let isPending = true;
  const note = (error: unknown) => failures.push(error);
  const running = (async () => body(defer))();
  running
    .then((it) => {
      value = it;
    }, note)
    .then(() => {
      isPending = false;
    });
  while (isPending) await new Promise((resolve) => setTimeout(resolve, 1));
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      note(error);
    }
  }
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
