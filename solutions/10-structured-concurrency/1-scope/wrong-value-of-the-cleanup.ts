// Keeps in one variable what was returned last, also by a cleanup.
// Fails: calls the cleanups when the body has settled, the last one first, one after another
// Fails: fulfils with the value of the body, whatever value it is
// Fails: waits for a promise or a thenable of a cleanup, and for no other value
// Says: It fulfilled with { value: 'DISCONNECT' } at 66 ms
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  let value: unknown;
  const failures: unknown[] = [];
  const attempt = async (f: () => unknown) => {
    try {
      value = await f();
    } catch (error) {
      failures.push(error);
    }
  };
  await attempt(() => body(defer));
  isOver = true;
  for (const cleanup of cleanups.reverse()) await attempt(cleanup);
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
