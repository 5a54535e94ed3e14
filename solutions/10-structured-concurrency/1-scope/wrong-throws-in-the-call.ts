// Is no async function, so a throw of the body is thrown to the caller, and what was deferred is never called.
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: throws in defer when the body has settled
// Says: It threw synchronously at 0 ms
type Defer = (cleanup: () => unknown) => void;

export function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures: unknown[] = [];
  const note = (error: unknown) => void failures.push(error);
  return body(defer)
    .catch(note)
    .then(async (value) => {
      isOver = true;
      for (const cleanup of cleanups.reverse()) {
        try {
          await cleanup();
        } catch (error) {
          note(error);
        }
      }
      if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
      return value as T;
    });
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
