// Begins a stretch of `ms` with the first call, and a new one with the first call after that. (Count back from each start.)
// Fails: starts no more than n calls in any ms milliseconds
// Fails: counts only starts, however long the work takes and however it ends
// Fails: counts each start from the moment in which f is called
// Says: and that of 'b' for 'd'
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  let opened = -Infinity;
  let started = 0;
  let timer: NodeJS.Timeout | undefined;
  const queue: (() => void)[] = [];
  const drain = () => {
    const now = performance.now();
    if (now - opened >= ms) {
      opened = now;
      started = 0;
    }
    while (started < n && queue.length > 0) {
      started++;
      queue.shift()?.();
    }
    if (queue.length > 0)
      timer ??= setTimeout(
        () => {
          timer = undefined;
          drain();
        },
        opened + ms - now,
      );
  };
  return <T>(f: Io<T>) =>
    new Promise<void>((resolve) => {
      queue.push(resolve);
      drain();
    }).then(f) as Promise<T>;
}

function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
