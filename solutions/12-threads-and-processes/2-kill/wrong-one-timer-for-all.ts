// Keeps the timer in the module, so that the next call clears it.
// Fails: has a thread and a time of its own for each call
// Says: each by its own deadline
import { Worker } from 'node:worker_threads';

let timer: NodeJS.Timeout | undefined;

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  clearTimeout(timer);
  timer = ms === Infinity ? undefined : setTimeout(kill, ms);
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
