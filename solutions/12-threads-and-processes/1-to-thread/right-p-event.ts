// p-event waits for the exit, and rejects with an 'error'. (Its option `signal` would leave a listener.)
import { Worker } from 'node:worker_threads';
import { pEvent } from 'p-event';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const messages: T[] = [];
  worker.on('message', (message) => messages.push(message));
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    const code = await pEvent<'exit', number>(worker, 'exit');
    if (messages.length > 0) return messages[0] as T;
    signal?.throwIfAborted();
    throw new Error(`exited with code ${code}, and without an answer`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
