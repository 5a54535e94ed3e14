// Keeps the answer in a variable of the module, which all calls share.
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: Each call has its own thread, its own answer
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

let answers: unknown[] = [];

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  answers = [];
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
