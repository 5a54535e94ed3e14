// A call that is made inside of an `f` goes to the head of the line.
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: A call that this `f` makes is like any other.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let isInside = false;
  const pump = () => {
    while (inFlight < n && waiting.length > 0) waiting.shift()?.();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const leave = () => {
        inFlight--;
        pump();
      };
      const call = async () => {
        isInside = true;
        try {
          return f();
        } finally {
          isInside = false;
        }
      };
      const start = () => {
        inFlight++;
        call().then(resolve, reject).then(leave);
      };
      if (isInside) waiting.unshift(start);
      else waiting.push(start);
      pump();
    });
}
