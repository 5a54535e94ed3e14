// Has an async function as the executor of its promise. (When that fails, no code rejects the promise.)
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: throws in defer when the body has settled
// Says: Does the code that settles the promise come only after that?
type Defer = (cleanup: () => unknown) => void;

export function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  return new Promise<T>(async (resolve, reject) => {
    const failures: unknown[] = [];
    const value = await body(defer).catch((error) => void failures.push(error));
    isOver = true;
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) reject(failures.reduce((earlier, later) => both(later, earlier)));
    else resolve(value as T);
  });
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
