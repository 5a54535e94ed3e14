// Calls `terminate()` in the `finally`, and does not await it.
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: leaves no thread, and no listener on the signal
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: The answer comes before the thread has ended
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  let stop = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
    });
  } finally {
    worker.terminate();
    signal?.removeEventListener('abort', stop);
  }
}
