// Keeps the limit in the module. (The next call of `limit` changes it for all.)
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: Each function that limit() returns counts only its own work, up to its own n.
let most = 1;

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  most = n;
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  const pump = () => {
    while (inFlight < most && waiting.length > 0) waiting.shift()?.();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const start = () => {
        inFlight++;
        const leave = () => {
          inFlight--;
          pump();
        };
        (async () => f())().then(resolve, reject).then(leave);
      };
      waiting.push(start);
      pump();
    });
}
