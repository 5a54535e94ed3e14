// Joins the failures of the cleanups first, and then those with the one of the body: its Errors nest in `error`.
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const [end] = await Promise.allSettled([(async () => body(defer))()]);
  isOver = true;
  const reasons: unknown[] = end.status === 'rejected' ? [end.reason] : [];
  while (cleanups.length > 0) {
    const cleanup = cleanups.pop();
    await new Promise((resolve) => resolve(cleanup?.())).catch((error: unknown) => {
      reasons.unshift(error);
    });
  }
  if (reasons.length > 0) throw reasons.reduce((error, suppressed) => both(error, suppressed));
  return (end as PromiseFulfilledResult<T>).value;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
