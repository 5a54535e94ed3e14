// Blocks its own thread until the thread may be done. (Then no event can reach it.)
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: rejects with the error of a thread that throws, at that moment, whatever value it is
// Fails: rejects with its exit code when the thread ends without an answer
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: While your code's own thread is blocked, no event can reach it
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
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
