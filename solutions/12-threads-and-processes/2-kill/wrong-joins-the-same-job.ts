// Lets a second call with the same job wait for the first one.
// Fails: has a thread and a time of its own for each call
// Says: Each call has its own thread, and its own time
import { Worker } from 'node:worker_threads';

const running = new Map<string, Promise<unknown>>();

function start<T>(file: URL, job: unknown, ms: number): Promise<T> {
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  const timer = ms === Infinity ? undefined : setTimeout(kill, ms);
  return new Promise<T>((resolve, reject) => {
    let settle = (code: number) =>
      reject(
        isLate
          ? new DOMException(`${ms} ms are over`, 'TimeoutError')
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      settle(code);
    });
  });
}

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const key = `${file} ${JSON.stringify(job)}`;
  const promise = (running.get(key) as Promise<T>) ?? start<T>(file, job, ms);
  running.set(key, promise);
  return promise.finally(() => running.delete(key));
}
