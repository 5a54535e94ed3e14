// Starts each cleanup when the one before it has ended, and attaches its handlers only when all have been started.
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Fails: throws in defer when the body has settled
// Fails: has cleanups of its own for each call
// Fails: sets no timer
// Says: rejected at 34 ms, and never handled
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const ends: Promise<unknown>[] = [(async () => body(defer))()];
  await ends[0]?.then(undefined, () => {});
  isOver = true;
  for (const cleanup of cleanups.reverse()) {
    const end = (async () => cleanup())();
    ends.push(end);
    await new Promise<void>((go) => void end.finally(go));
  }
  const [first, ...rest] = await Promise.allSettled(ends);
  const failures = [first, ...rest].flatMap((end) =>
    end?.status === 'rejected' ? [end.reason] : [],
  );
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return (first as PromiseFulfilledResult<T>).value;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
