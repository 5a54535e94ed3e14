// Looks a microtask after a throw who is next. (A newcomer that comes before that finds a place.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: 'b' was started at 7 ms, just when 'new' had ended; expected at 0 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  const pump = () => {
    while (inFlight < n && waiting.length > 0) waiting.shift()?.();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const leave = () => {
        inFlight--;
        pump();
      };
      const start = () => {
        inFlight++;
        try {
          f().then(resolve, reject).then(leave);
        } catch (error) {
          reject(error);
          inFlight--;
          queueMicrotask(pump);
        }
      };
      if (inFlight < n) start();
      else waiting.push(start);
    });
}
