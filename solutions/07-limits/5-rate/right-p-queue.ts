// `p-queue` with `strict: true`: without it, the package counts the starts of fixed stretches of time.
import PQueue from 'p-queue';

type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  // The package knows no limit of Infinity that is strict.
  if (n === Infinity) return async <T>(f: Io<T>) => f();
  const queue = new PQueue({ intervalCap: n, interval: ms, strict: true });
  return <T>(f: Io<T>): Promise<T> => queue.add(async () => f());
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
