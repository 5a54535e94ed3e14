// Has `finally` close all. (What is thrown in `finally` replaces what was thrown in `try`.)
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
  try {
    return await body(defer);
  } finally {
    isOver = true;
    const failures: unknown[] = [];
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        failures.push(error);
      }
    }
    // biome-ignore lint/correctness/noUnsafeFinally: that is the mistake
    if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  }
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
