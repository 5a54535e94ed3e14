// Asks the thread to stop with a message. (It computes, and reads none.)
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: `worker.terminate()` ends a thread, also in the middle of a loop
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => worker.postMessage('stop');
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
