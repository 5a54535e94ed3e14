// Works out the moment of each start during the call. (While the CPU is busy a start is late, and the next one comes too soon after it.)
// Fails: counts each start from the moment in which f is called
// Says: They start late and count from that moment

type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const planned: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(f: Io<T>): Promise<T> => {
    const now = performance.now();
    const nth = planned.length < n ? -Infinity : (planned.shift() ?? 0);
    const at = Math.max(now, nth + ms);
    planned.push(at);
    const before = last;
    const mine = (async () => {
      await before;
      const left = at - performance.now();
      if (left > 0) await sleep(left);
    })();
    last = mine;
    await mine;
    return f();
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
