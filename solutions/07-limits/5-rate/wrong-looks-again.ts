// Each call that waits works out its own moment and looks again when it has come. (One that comes in that very moment waits once more.)
// Fails: starts the calls in the order in which they were made
// Says: The one that has waited is first
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let starts: number[] = [];
  let made = 0;
  let started = 0;
  return async <T>(f: Io<T>): Promise<T> => {
    const mine = made++;
    for (;;) {
      const now = performance.now();
      starts = starts.filter((start) => now - start < ms);
      // Calls that are ahead of this one, and starts that count.
      const inTheWay = mine - started + starts.length - n;
      if (inTheWay < 0 && mine === started) break;
      const free = (starts[Math.min(Math.max(inTheWay, 0), starts.length - 1)] ?? now) + ms;
      await new Promise((resolve) => setTimeout(resolve, Math.max(free - now, 0)));
    }
    started++;
    starts.push(performance.now());
    return f();
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
