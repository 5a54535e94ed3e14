// Keeps the answer by the file. (The job decides, too.)
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: rejects with the error of a thread that throws, at that moment, whatever value it is
// Fails: rejects with its exit code when the thread ends without an answer
// Fails: rejects when the job cannot be copied, and does not throw in the call
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: rejects immediately when the signal was aborted before the call, and starts no thread
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: Each call starts a thread from the file
import { Worker } from 'node:worker_threads';

const known = new Map<string, Promise<unknown>>();

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  const asked = known.get(file.href) ?? start<T>(file, job, signal);
  known.set(file.href, asked);
  return (await asked) as T;
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
