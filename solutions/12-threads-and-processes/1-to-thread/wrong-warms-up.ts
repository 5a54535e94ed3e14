// Starts a second thread of the file, for the next call.
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: leaves no thread, and no listener on the signal
// Says: 'slice' was started 2 times
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const next = new Worker(file);
  next.on('error', () => {});
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
