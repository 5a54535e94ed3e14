// Counts the free places when it looks, and starts so many. (An `f` may compute for longer than `ms`, and all places are free again.)
// Fails: counts each start from the moment in which f is called
// Says: It is called after that, and counts from that moment
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number): <T>(f: Io<T>) => Promise<T> {
  check(n, ms);
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let isLooking = false;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    if (isLooking) return;
    isLooking = true;
    const looked = performance.now();
    let free = n - starts.filter((start) => looked - start < ms).length;
    while (waiting.length > 0 && free-- > 0) {
      if (starts.push(performance.now()) > n) starts.shift();
      waiting.shift()?.();
    }
    isLooking = false;
    const [oldest = 0] = starts;
    if (waiting.length > 0) timer ??= setTimeout(wake, oldest + ms - performance.now());
  };
  const wake = () => {
    timer = undefined;
    next();
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        try {
          f().then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
      next();
    });
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
