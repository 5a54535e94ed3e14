// Calls `then` on what a cleanup returns. (It may return nothing.)
// Fails: waits for a promise or a thenable of a cleanup, and for no other value
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Says: A plain value has no then()
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures: unknown[] = [];
  const note = (error: unknown) => void failures.push(error);
  const value = await (async () => body(defer))().catch(note);
  isOver = true;
  for (const cleanup of cleanups.reverse())
    await (cleanup() as Promise<unknown>).then(undefined, note);
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
