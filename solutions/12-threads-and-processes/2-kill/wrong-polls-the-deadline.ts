// Has an interval that looks whether the time is up.
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has no deadline, and sets no timer, with Infinity
// Says: Does your code poll?
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  const end = Date.now() + ms;
  const timer = setInterval(() => {
    if (Date.now() >= end) kill();
  }, 1);
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
      clearInterval(timer);
      settle(code);
    });
  });
}
