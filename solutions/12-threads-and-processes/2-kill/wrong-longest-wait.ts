// Takes `Infinity` for a minute.
// Fails: has no deadline, and sets no timer, with Infinity
// Says: With Infinity, the thread may take any time
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
      timer = setTimeout(
        () => reject(new DOMException('The time is up', 'TimeoutError')),
        Math.min(ms, 60_000),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
