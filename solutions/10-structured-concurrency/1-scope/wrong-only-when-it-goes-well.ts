// Closes in the lines after the body. (A failure of the body skips them.)
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Fails: throws in defer when the body has settled
// Says: The body has failed, and what it had opened is closed all the same
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const value = await body(defer);
  isOver = true;
  await closeAll(cleanups);
  return value;
}

async function closeAll(cleanups: (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
