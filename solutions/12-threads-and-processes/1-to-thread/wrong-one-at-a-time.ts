// Starts a thread when the one before it has ended. (Each has a core of its own.)
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: The thread was still starting
import { Worker } from 'node:worker_threads';

let last: Promise<unknown> = Promise.resolve();

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  const copy = structuredClone(job);
  const asked = last.then(() => start<T>(file, copy, signal));
  last = asked.catch(() => {});
  return asked;
}

async function start<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
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
