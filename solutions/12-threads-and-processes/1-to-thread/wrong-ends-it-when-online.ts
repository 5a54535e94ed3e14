// Waits until the thread is online before it ends it.
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Says: The thread was still starting
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const exit = once(worker, 'exit');
  const online = new Promise<void>((resolve) => {
    worker.once('online', resolve);
  });
  const stop = () => void online.then(() => worker.terminate());
  signal?.addEventListener('abort', stop);
  try {
    const [code] = await exit;
    if (answers.length > 0) return answers[0] as T;
    signal?.throwIfAborted();
    throw new Error(`exited with code ${code}, and without an answer`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
