// Checks the job with a copy of its own before the thread starts, and removes the functions.
// Fails: rejects when the job cannot be copied, and does not throw in the call
// Says: A function cannot be copied to another thread
import { Worker } from 'node:worker_threads';

const withoutFunctions = (job: unknown): unknown =>
  typeof job === 'object' && job !== null && Object.getPrototypeOf(job) === Object.prototype
    ? Object.fromEntries(Object.entries(job).filter(([, part]) => typeof part !== 'function'))
    : job;

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: withoutFunctions(job) });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return await new Promise<T>((resolve, reject) => {
    let end = (code: number) => {
      if (signal?.aborted) reject(signal.reason);
      else reject(new Error(`exited with code ${code}, and without an answer`));
    };
    worker.on('message', (answer: T) => {
      end = () => resolve(answer);
    });
    worker.on('error', (error) => {
      end = () => reject(error);
    });
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      end(code);
    });
  });
}
