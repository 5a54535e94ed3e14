// A queue of jobs, and a pump that starts jobs while there is room: at each call, and at each end.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && (!Number.isInteger(n) || n < 1)) throw new RangeError('no such limit');
  const jobs: (() => Promise<void>)[] = [];
  let running = 0;
  const pump = () => {
    while (running < n) {
      const job = jobs.shift();
      if (!job) return;
      running++;
      void job().then(() => {
        running--;
        pump();
      });
    }
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      jobs.push(async () => {
        try {
          resolve(await f());
        } catch (error) {
          reject(error);
        }
      });
      pump();
    });
}
