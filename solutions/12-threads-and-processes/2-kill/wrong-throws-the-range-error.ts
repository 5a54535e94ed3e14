// Throws the RangeError in the call.
// Fails: rejects when the job cannot be copied, or when the time makes no sense
// Says: It threw synchronously at 0 ms: RangeError
import { Worker } from 'node:worker_threads';

export function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  return work<T>(file, job, ms);
}

async function work<T>(file: URL, job: unknown, ms: number): Promise<T> {
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
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
