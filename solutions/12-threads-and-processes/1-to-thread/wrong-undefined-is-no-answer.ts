// Assumes that an answer is never undefined.
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Says: Any value may be an answer
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  let answer: T | undefined;
  worker.on('message', (message) => {
    answer = message;
  });
  try {
    const [code] = await once(worker, 'exit');
    if (answer !== undefined) return answer;
    signal?.throwIfAborted();
    throw new Error(`exited with code ${code}, and without an answer`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
