// Returns the reason from an async handler. (If it is a thenable, the promise takes what that fulfils with.)
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Says: It rejected with 'unwrapped' at 66 ms
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const settle = (f: () => unknown) =>
    (async () => f())().then(
      (value) => ({ value }),
      async (error) => ({ reason: await error }),
    );
  const ends = [await settle(() => body(defer))];
  isOver = true;
  for (const cleanup of cleanups.reverse()) ends.push(await settle(cleanup));
  const failures = ends.flatMap((end) => ('reason' in end ? [end.reason] : []));
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return (ends[0] as { value: T }).value;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
