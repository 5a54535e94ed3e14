// A recursion: each cleanup is the `finally` of what was opened after it.
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  return close(
    async () => {
      try {
        return await body(defer);
      } finally {
        isOver = true;
      }
    },
    cleanups,
    0,
  );
}

/** Waits for the work, then calls the cleanups that are not below `least`, the last one first. */
async function close<T>(
  work: () => Promise<T>,
  cleanups: (() => unknown)[],
  least: number,
): Promise<T> {
  const [end] = await Promise.allSettled([work()]);
  if (cleanups.length === least)
    return end.status === 'fulfilled' ? end.value : Promise.reject(end.reason);
  const cleanup = cleanups.pop();
  return close(
    async () => {
      try {
        await cleanup?.();
      } catch (error) {
        throw end.status === 'fulfilled' ? error : suppressing(error, end.reason);
      }
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    },
    cleanups,
    least,
  );
}

class SuppressedFailure extends Error {
  readonly error: unknown;
  readonly suppressed: unknown;

  constructor(error: unknown, suppressed: unknown) {
    super('A failure was suppressed by a later one');
    this.error = error;
    this.suppressed = suppressed;
  }
}

const suppressing = (error: unknown, suppressed: unknown) =>
  new SuppressedFailure(error, suppressed);
