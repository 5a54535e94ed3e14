// Removes its listener in a `finally` of its own, whose promise rejects, too.
// Fails: rejects with the error of a thread that throws, at that moment, whatever value it is
// Fails: leaves no thread, and no listener on the signal
// Says: Your code rejects with the same error
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  const exit = once(worker, 'exit');
  exit.finally(() => signal?.removeEventListener('abort', stop));
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const [code] = await exit;
  if (answers.length > 0) return answers[0] as T;
  signal?.throwIfAborted();
  throw new Error(`exited with code ${code}, and without an answer`);
}
