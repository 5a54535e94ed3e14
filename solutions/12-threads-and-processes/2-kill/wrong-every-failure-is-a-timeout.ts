// Takes every failure for a timeout.
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: has no deadline, and sets no timer, with Infinity
// Says: It was in time, so that error is what the caller gets
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
      if (ms !== Infinity)
        timer = setTimeout(() => reject(new DOMException('The time is up', 'TimeoutError')), ms);
    });
  } catch {
    throw new DOMException('Not done in time', 'TimeoutError');
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
