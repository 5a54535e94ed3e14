// At the deadline, rejects in the `then` of `terminate()`, which fulfils when the thread has ended.
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<T>((resolve, reject) => {
    const timeout = new Error('The thread was ended');
    timeout.name = 'TimeoutError';
    let settle: (code: number) => void = (code) =>
      reject(new Error(`exited with code ${code}, and without an answer`));
    if (ms !== Infinity) {
      timer = setTimeout(() => {
        settle = () => {};
        worker.terminate().then(() => reject(timeout));
      }, ms);
    }
    worker.once('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.once('error', (error) => {
      settle = () => reject(error);
    });
    worker.once('exit', (code) => settle(code));
  }).finally(() => clearTimeout(timer));
}
