// `addAbortListener` of node:events, which also calls for a signal that was aborted before.
import { addAbortListener } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const listening = signal && addAbortListener(signal, () => worker.terminate());
  const told: { answer?: T; error?: unknown } = {};
  worker.on('message', (answer) => Object.assign(told, { answer }));
  worker.on('error', (error) => Object.assign(told, { error }));
  const code = await new Promise<number>((resolve) => {
    worker.on('exit', resolve);
  });
  listening?.[Symbol.dispose]();
  if ('error' in told) throw told.error;
  if ('answer' in told) return told.answer as T;
  if (signal?.aborted) throw signal.reason;
  throw new Error(`exited with code ${code}, and without an answer`);
}
