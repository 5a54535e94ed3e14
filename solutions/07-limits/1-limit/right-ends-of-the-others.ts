// No counter: a call waits for the first of the ends that no call before it waits for.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && (!Number.isInteger(n) || n < 1)) throw new RangeError('no such limit');
  const takers: (() => void)[] = [];
  const ends: Promise<void>[] = [];
  /** Makes the promise of the next end. */
  const nextEnd = () => new Promise<void>((resolve) => takers.push(resolve));
  let calls = 0;
  return async (f) => {
    const before = calls++ < n ? undefined : ends.shift();
    ends.push(nextEnd());
    await before;
    try {
      return await f();
    } finally {
      takers.shift()?.();
    }
  };
}
