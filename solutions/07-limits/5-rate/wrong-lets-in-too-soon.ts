// Counts when a call was let in, and not when it was started: the call before it may compute for some time.
// Fails: counts each start from the moment in which f is called
// Says: It is called after that, and counts from that moment
type Io<T> = () => Promise<T>;

async function* allowed(n: number, ms: number): AsyncGenerator<void> {
  const starts: number[] = [];
  for (;;) {
    while (starts.length >= n) {
      const left = (starts[0] ?? 0) + ms - performance.now();
      if (left <= 0) starts.shift();
      else await new Promise((resolve) => setTimeout(resolve, left));
    }
    starts.push(performance.now());
    yield;
  }
}

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts = allowed(n, ms);
  return async <T>(f: Io<T>): Promise<T> => {
    // An async generator queues what is asked of it.
    await starts.next();
    return f();
  };
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
