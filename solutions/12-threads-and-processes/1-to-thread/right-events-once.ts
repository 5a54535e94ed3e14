// `once` of node:events waits for the exit, and rejects when an 'error' comes before it.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  try {
    const [code] = await once(worker, 'exit');
    if (answers.length > 0) return answers[0] as T;
    signal?.throwIfAborted();
    throw new Error(`exited with code ${code}, and without an answer`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
