// Ends the thread when the signal is aborted, and takes that for an end without an answer.
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Says: Does your code make an error of its own? Pass on the reason as it is
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return await new Promise<T>((resolve, reject) => {
    let end = (code: number) => {
      reject(new Error(`exited with code ${code}, and without an answer`));
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
