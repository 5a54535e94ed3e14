// Calls the cleanups, and does not wait for their promises.
// Fails: calls the cleanups when the body has settled, the last one first, one after another
// Fails: calls the body once, during the call, and each cleanup as often as it was deferred
// Fails: fulfils with the value of the body, whatever value it is
// Fails: waits for a promise or a thenable of a cleanup, and for no other value
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Fails: throws in defer when the body has settled
// Fails: has cleanups of its own for each call
// Fails: sets no timer
// Says: 'scope' fulfilled at 11 ms; expected at 66 ms
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
    failures.push(error);
  }
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      cleanup();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
