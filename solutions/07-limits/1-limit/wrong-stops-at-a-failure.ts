// Rejects all that wait when one piece of work has failed. (The calls that wait have nothing to do with that failure.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: the others have nothing to do with that.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let waiting: { go(): void; fail(error: unknown): void }[] = [];
  let free = n;
  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((go, fail) => waiting.push({ go, fail }));
    try {
      const value = await f();
      const next = waiting.shift();
      if (next) next.go();
      else free++;
      return value;
    } catch (error) {
      for (const { fail } of waiting) fail(error);
      waiting = [];
      free++;
      throw error;
    }
  };
}
