// p-queue: its `concurrency` is the limit, and its add() calls the function.
import PQueue from 'p-queue';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
  const queue = new PQueue({ concurrency: n });
  return (f) => queue.add(() => f());
}
