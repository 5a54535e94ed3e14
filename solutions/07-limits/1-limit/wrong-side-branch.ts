// Gives the place back in a finally() of its own. (finally() makes a second promise, whose rejection has no handler.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: Did then(), finally() or an async function return the other one?
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    const running = (async () => f())();
    running.finally(leave);
    return running;
  };
}
