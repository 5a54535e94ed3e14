// Each start is a promise of its moment: a call waits for the start before it, and for the n-th one before to be old enough.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: Promise<number>[] = [];
  let last: Promise<number> | undefined;
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      const before = last;
      const nth = n === Infinity ? undefined : starts.at(-n);
      const start = async () => {
        await before;
        const free = ((await nth) ?? -Infinity) + ms;
        while (performance.now() < free) await sleep(free - performance.now());
        const now = performance.now();
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
        return now;
      };
      last = start();
      starts.push(last);
      if (starts.length > n) starts.shift();
    });
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
