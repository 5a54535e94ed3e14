// `on` of node:events makes an async iterator of the messages; the exit closes it.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  let exitCode: number | undefined;
  worker.once('exit', (code) => {
    exitCode = code;
  });
  try {
    const answers: T[] = [];
    for await (const [answer] of on(worker, 'message', { close: ['exit'] })) answers.push(answer);
    if (answers.length > 0) return answers[0] as T;
    signal?.throwIfAborted();
    throw new Error(`exited with code ${exitCode}, and without an answer`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
