// Takes `undefined` for “nothing has failed”. (A promise may reject with `undefined`.)
// Fails: calls the cleanups when the body rejects or throws, and rejects with its reason
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Says: A promise may reject with any value
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  let failure: unknown;
  const note = (error: unknown) => {
    failure = failure === undefined ? error : both(error, failure);
  };
  let value: T | undefined;
  try {
    value = await body(defer);
  } catch (error) {
    note(error);
  }
  isOver = true;
  while (cleanups.length > 0) {
    try {
      await cleanups.pop()?.();
    } catch (error) {
      note(error);
    }
  }
  if (failure !== undefined) throw failure;
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
