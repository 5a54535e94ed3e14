// Is no async function: what `new Worker` throws goes to the caller in the call, and so does the reason.
// Fails: rejects when the job cannot be copied, and does not throw in the call
// Fails: rejects immediately when the signal was aborted before the call, and starts no thread
// Says: It threw synchronously at 0 ms: DataCloneError
import { Worker } from 'node:worker_threads';

export function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return new Promise<T>((resolve, reject) => {
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
