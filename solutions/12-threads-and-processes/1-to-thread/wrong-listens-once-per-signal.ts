// Adds one listener for each signal, whichever call comes first.
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: and 'a' has ended before that
import { Worker } from 'node:worker_threads';

const known = new WeakSet<AbortSignal>();

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  if (signal && !known.has(signal)) signal.addEventListener('abort', stop);
  if (signal) known.add(signal);
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
