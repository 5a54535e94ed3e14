// Wakes a waiter, who looks again, and who waits at the front if a newcomer was quicker. (By then the newcomer has overtaken the waiter.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: So hand a place over to the call that waits longest, in one step
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  const room = async () => {
    let isNew = true;
    while (inFlight >= n) {
      await new Promise<void>((resolve) =>
        isNew ? waiting.push(resolve) : waiting.unshift(resolve),
      );
      isNew = false;
    }
    inFlight++;
  };
  return async (f) => {
    await room();
    try {
      return await f();
    } finally {
      inFlight--;
      waiting.shift()?.();
    }
  };
}
