// Copies the job with JSON, which knows no Map and drops what it cannot copy.
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: rejects when the job cannot be copied, and does not throw in the call
// Says: the thread gets a copy
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const copy = job === undefined ? job : JSON.parse(JSON.stringify(job));
  const worker = new Worker(file, { workerData: copy });
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
