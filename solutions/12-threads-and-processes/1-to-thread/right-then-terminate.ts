// When the signal is aborted, rejects in the `then` of `terminate()`.
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  let stop = () => {};

  return new Promise<T>((resolve, reject) => {
    stop = () => {
      worker.terminate().then(() => reject(signal?.reason));
    };
    signal?.addEventListener('abort', stop);
    let end = (code: number) => {
      if (!signal?.aborted) reject(new Error(`exited with code ${code}, and without an answer`));
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
