// Copies the job itself, but not what stands in it, and yields before it starts the thread.
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Says: of the job and of all that is in it
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const isPlain = Object.getPrototypeOf(job ?? 0) === Object.prototype;
  const workerData = isPlain ? { ...(job as object) } : job;
  await null;
  const worker = new Worker(file, { workerData });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  const timer = ms !== Infinity ? setTimeout(kill, ms) : undefined;
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
