// A race of promises, one for each event; the thread is ended when one has won.
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
  });
  const answered = new Promise<T>((resolve) => {
    worker.once('message', resolve);
  });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
  });
  const ended = new Promise<number>((resolve) => {
    worker.once('exit', resolve);
  }).then((code) => {
    throw new Error(`exited with code ${code}, and without an answer`);
  });
  const first = Promise.race([answered, failed, ended, aborted]);
  const end = () => {
    over.abort();
    return worker.terminate();
  };
  return first.finally(end);
}
