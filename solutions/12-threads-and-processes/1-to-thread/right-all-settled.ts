// Waits for the first event with `allSettled`, ends the thread, and then settles.
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  let stop = () => {};
  const first = new Promise<T>((resolve, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
  const [result] = await Promise.allSettled([first]);
  signal?.removeEventListener('abort', stop);
  await worker.terminate();
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
