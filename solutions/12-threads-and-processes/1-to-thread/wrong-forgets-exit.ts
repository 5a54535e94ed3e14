// Assumes that a thread ends with a message or with an error. (It may also just end.)
// Fails: rejects with its exit code when the thread ends without an answer
// Fails: leaves no thread, and no listener on the signal
// Says: 'cook 1' ended at 53 ms with exit code 3. A thread that has ended posts no message.
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
    });
  } finally {
    await worker.terminate();
    signal?.removeEventListener('abort', stop);
  }
}
