// Calls `f` directly when it may start, so that a throw leaves `run`, where a caller has only a `catch()`.
// Fails: rejects with the same reason at the same moment, also for a throw, and goes on
// Says: Expected the call to return a promise
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  let waits = 0;
  let last: Promise<unknown> = Promise.resolve();
  const left = () => (starts.length < n ? 0 : (starts[0] ?? 0) + ms - performance.now());
  const enter = () => {
    if (starts.push(performance.now()) > n) starts.shift();
  };
  return <T>(f: Io<T>): Promise<T> => {
    if (waits === 0 && left() <= 0) {
      enter();
      return f();
    }
    waits++;
    const before = last;
    const started = (async () => {
      await before;
      while (left() > 0) await sleep(left());
      enter();
      waits--;
      return { running: (async () => f())() };
    })();
    last = started;
    return started.then(({ running }) => running);
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
