// Reports the exit code 1 of a thread that has thrown.
// Fails: rejects with the failure of a thread that fails in time, as it is
// Says: its worker emits 'error' with the error, and then 'exit'
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
        isLate
          ? new DOMException(`${ms} ms are over`, 'TimeoutError')
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    // The exit comes next.
    worker.on('error', () => {});
    worker.on('exit', (code) => {
      clearTimeout(timer);
      settle(code);
    });
  });
}
