// Makes the executor async. (What it throws rejects another promise, which has no handler.)
// Fails: rejects when the job cannot be copied, and does not throw in the call
// Fails: leaves no thread, and no listener on the signal
// Says: there was an unhandled rejection
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  return await new Promise<T>(async (resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop);
    let answered = false;
    worker.on('message', (answer) => {
      answered = true;
      worker.once('exit', () => resolve(answer));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      if (answered) return;
      if (signal?.aborted) reject(signal.reason);
      else reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
