// Starts what may start in a nextTick job, with a list that keeps all starts.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const starts: number[] = [];
  const queue: (() => void)[] = [];
  let isSet = false;
  const look = () => {
    isSet = false;
    for (;;) {
      if (queue.length === 0) return;
      const left =
        starts.length < n ? 0 : (starts[starts.length - n] as number) + ms - performance.now();
      if (left > 0) {
        isSet = true;
        setTimeout(look, left);
        return;
      }
      starts.push(performance.now());
      (queue.shift() as () => void)();
    }
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push(async () => {
        try {
          resolve(await f());
        } catch (error) {
          reject(error);
        }
      });
      if (!isSet) {
        isSet = true;
        process.nextTick(look);
      }
    });
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
