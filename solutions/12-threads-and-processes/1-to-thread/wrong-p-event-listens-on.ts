// Passes the signal to p-event 7.1.1, which adds a listener to it, and never removes that.
// Fails: leaves no thread, and no listener on the signal
// Says: A listener stays on its signal until your code removes it
import { Worker } from 'node:worker_threads';
import { pEvent } from 'p-event';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const messages: T[] = [];
  worker.on('message', (message) => messages.push(message));
  try {
    const options = { rejectionEvents: ['error'], ...(signal && { signal }) };
    const code = await pEvent<'exit', number>(worker, 'exit', options);
    if (messages.length === 0) throw new Error(`exited with code ${code}, and without an answer`);
    return messages[0] as T;
  } finally {
    await worker.terminate();
  }
}
