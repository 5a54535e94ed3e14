// Rejects with an AbortError of its own. (The reason says who has aborted, and why.)
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Says: Does your code make an error of its own?
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return await new Promise<T>((resolve, reject) => {
    let end = (code: number) => {
      if (signal?.aborted) reject(new DOMException('The thread was ended', 'AbortError'));
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
