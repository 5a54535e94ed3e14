// Catches the rejection of a cleanup, and not its throw.
// Fails: calls the other cleanups when one of them fails, and rejects with its reason
// Fails: rejects with an Error of all the reasons when several fail
// Says: One cleanup has failed, and the others are called all the same
type Defer = (cleanup: () => unknown) => void;

export async function withScope<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
  const cleanups: (() => unknown)[] = [];
  let isOver = false;
  const defer: Defer = (cleanup) => {
    if (isOver) throw new Error('the scope is over');
    cleanups.push(cleanup);
  };
  const failures: unknown[] = [];
  const note = (error: unknown) => void failures.push(error);
  const value = await (async () => body(defer))().catch(note);
  isOver = true;
  for (const cleanup of cleanups.reverse()) await Promise.resolve(cleanup()).catch(note);
  if (failures.length > 0) throw failures.reduce((earlier, later) => both(later, earlier));
  return value as T;
}

const both = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('Several have failed'), { error, suppressed });
