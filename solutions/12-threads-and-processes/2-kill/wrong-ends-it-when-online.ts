// Ends only a thread that has started. (The deadline may come earlier, and does not come again.)
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Says: while the thread is still starting
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  let isOnline = false;
  worker.on('online', () => {
    isOnline = true;
  });
  const kill = () => {
    isLate = true;
    if (isOnline) worker.terminate();
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
