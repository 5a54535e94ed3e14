// Waits for objects only. (A function with a `then` is a thenable, too.)
// Fails: waits for a promise or a thenable of a cleanup, and for no other value
// Says: Each cleanup ends before the next one is called.
type Defer = (cleanup: () => unknown) => void;
export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  let failure: { reason: unknown } | undefined;
  const attempt = async <R>(f: () => R): Promise<Awaited<R> | undefined> => {
    try {
      return await f();
    } catch (error) {
      failure = { reason: failure ? suppressing(error, failure.reason) : error };
      return undefined;
    }
  };

  const value = await attempt(() =>
    body((cleanup) => {
      if (isOver) throw new Error('the scope is over');
      cleanups.push(cleanup);
    }),
  );
  isOver = true;
  for (const cleanup of cleanups.reverse())
    await attempt(() => {
      const result = cleanup();
      return typeof result === 'object' ? result : undefined;
    });
  if (failure) throw failure.reason;
  return value as T;
}

/** What `await using` throws, where Node has it: a SuppressedError. */
function suppressing(error: unknown, suppressed: unknown): Error {
  return Object.assign(new Error('Several have failed'), { error, suppressed });
}
