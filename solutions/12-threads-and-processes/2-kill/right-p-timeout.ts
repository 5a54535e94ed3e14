// p-timeout stops waiting when the time is up, and a `finally` ends the thread.
import { Worker } from 'node:worker_threads';
import pTimeout from 'p-timeout';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`not a time: ${ms}`);
  const worker = new Worker(file, { workerData: job });
  const end = new Promise<T>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
  try {
    return await pTimeout(end, { milliseconds: ms });
  } finally {
    await worker.terminate();
  }
}
