// Rejects with a text that says 'TimeoutError'. (A text has no `name`.)
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Says: It rejected with 'TimeoutError' at 98 ms
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
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
        isLate ? 'TimeoutError' : new Error(`exited with code ${code}, and without an answer`),
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
