// Lets calls with the same job share one thread, so that the abort of one ends that of the others.
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: Each call has its own thread
import { Worker } from 'node:worker_threads';

const running = new Map<unknown, Promise<unknown>>();

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  const known = running.get(job);
  if (known) return known as Promise<T>;
  const asked = start<T>(file, job, signal);
  running.set(job, asked);
  try {
    return await asked;
  } finally {
    running.delete(job);
  }
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
