// One loop that works as long as calls are waiting, and ends when there are none.
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  const calls: (() => void)[] = [];
  const starts: number[] = [];
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    for (let call = calls.shift(); call; call = calls.shift()) {
      while (starts.length >= n) {
        const left = (starts[0] as number) + ms - Date.now();
        if (left > 0) await new Promise((r) => setTimeout(r, left));
        else starts.shift();
      }
      starts.push(Date.now());
      call();
    }
    isWorking = false;
  };
  return <T>(f: Io<T>) =>
    new Promise<T>((resolve) => {
      calls.push(() => resolve((async () => f())()));
      if (!isWorking) work();
    });
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
