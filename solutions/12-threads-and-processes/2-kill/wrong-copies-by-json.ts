// Copies the job by JSON, which loses `undefined`, and a function without a word.
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: rejects when the job cannot be copied, or when the time makes no sense
// Says: The job has 8 bytes, and the thread gets a copy
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const workerData = job === undefined ? undefined : JSON.parse(JSON.stringify(job));
  const worker = new Worker(file, { workerData });
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
