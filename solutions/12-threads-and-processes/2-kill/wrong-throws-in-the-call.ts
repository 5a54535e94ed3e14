// Throws in the call when the job cannot be copied.
// Fails: rejects when the job cannot be copied, or when the time makes no sense
// Says: It threw synchronously at 0 ms: DataCloneError
import { Worker } from 'node:worker_threads';

export function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) return Promise.reject(new RangeError(`ms is ${ms}`));
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
