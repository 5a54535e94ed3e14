// Asks whether there is a reason to know whether something has failed. (A promise may reject with `undefined`.)
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Says: A promise may reject with any value. Does your code test the reason itself
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  let failure: unknown;
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    failure = error;
  }
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      failure = failure ? both(error, failure) : error;
    }
  }
  if (failure) throw failure;
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
