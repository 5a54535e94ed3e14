// Keeps one line for each number n. (Two limits of 2 are two limits.)
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: Each function that limit() returns counts only its own work, up to its own n.
interface Line {
  free: number;
  waiting: (() => void)[];
}
const lines = new Map<number, Line>();

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const line = lines.get(n) ?? { free: n, waiting: [] };
  lines.set(n, line);
  return async (f) => {
    if (line.free > 0) line.free--;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await f();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.free++;
    }
  };
}
