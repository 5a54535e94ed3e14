// A queue of functions that n loops take from with for await.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  type Job = () => Promise<void>;
  const jobs: Job[] = [];
  const idle: ((job: Job) => void)[] = [];
  let loops = 0;
  const next = () => {
    const job = jobs.shift();
    return job ? Promise.resolve(job) : new Promise<Job>((resolve) => idle.push(resolve));
  };
  async function* all() {
    while (true) yield await next();
  }
  const loop = async () => {
    for await (const job of all()) await job();
  };
  const add = (job: Job) => {
    const taker = idle.shift();
    if (taker) return taker(job);
    jobs.push(job);
    if (loops >= n) return;
    loops++;
    void loop();
  };
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      add(async () => {
        try {
          resolve(await f());
        } catch (error) {
          reject(error);
        }
      });
    });
}
