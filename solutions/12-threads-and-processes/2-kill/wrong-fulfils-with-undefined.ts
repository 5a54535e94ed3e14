// Fulfils with `undefined` when it is too late.
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: has a thread and a time of its own for each call
// Says: It fulfilled with { answer: undefined }
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
      if (ms !== Infinity) timer = setTimeout(() => resolve(undefined as T), ms);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
