// Adds its listener before `new Worker`, which may throw.
// Fails: leaves no thread, and no listener on the signal
// Says: When `new Worker` throws:
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const started: Worker[] = [];
  const stop = () => {
    for (const worker of started) worker.terminate();
  };
  signal?.addEventListener('abort', stop);
  const worker = new Worker(file, { workerData: job });
  started.push(worker);
  return await new Promise<T>((resolve, reject) => {
    let settle = (code: number) =>
      reject(
        signal?.aborted
          ? signal.reason
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      settle(code);
    });
  });
}
