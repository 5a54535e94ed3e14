// Knows a timeout by its name, and makes its own error of it. (The thread may have thrown one of that name.)
// Fails: rejects with the failure of a thread that fails in time, as it is
// Says: expected a rejection with TimeoutError('the server is slow')
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
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    throw new DOMException(`Not done within ${ms} ms`, 'TimeoutError');
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
