// Calls each cleanup in a `finally` of its own: all are called, and each failure replaces the one before it.
// Fails: rejects with an Error of all the reasons when several fail
// Says: It rejected with Error('delete failed') at 66 ms; expected Error('delete failed'), which suppressed Error('report failed')
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const close = async (): Promise<void> => {
    const cleanup = cleanups.pop();
    if (!cleanup) return;
    try {
      await cleanup();
    } finally {
      await close();
    }
  };
  try {
    return await body(defer);
  } finally {
    isOver = true;
    await close();
  }
}
