// A call that finds a place, and whose `f` throws, starts no other. (The `f` that throws may have made a call, which waits.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: 'b' was started at 7 ms, just when 'new' had ended; expected at 0 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  const leave = () => {
    inFlight--;
    waiting.shift()?.();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        inFlight++;
        const running = f();
        running.then(resolve, reject).then(leave);
      };
      const startLater = () => {
        try {
          start();
        } catch (error) {
          reject(error);
          leave();
        }
      };
      if (inFlight >= n) {
        waiting.push(startLater);
        return;
      }
      try {
        start();
      } catch (error) {
        inFlight--;
        throw error;
      }
    });
}
