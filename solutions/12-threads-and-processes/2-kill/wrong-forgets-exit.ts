// Waits for an answer or an error until the deadline. (A thread that has ended posts nothing more.)
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: has no deadline, and sets no timer, with Infinity
// Says: Whatever the exit code is, its worker emits 'exit', and nothing else
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      if (ms !== Infinity)
        timer = setTimeout(() => reject(new DOMException('The time is up', 'TimeoutError')), ms);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
