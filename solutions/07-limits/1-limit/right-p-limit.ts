// p-limit, whose TypeError for a number that is no limit becomes a RangeError.
import pLimit from 'p-limit';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  try {
    const run = pLimit(n);
    return (f) => run(f);
  } catch {
    throw new RangeError('no such limit');
  }
}
