// `once` of node:events waits for the exit. The timer only ends the thread.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError('too short');
  const worker = new Worker(file, { workerData: job });
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const late: Promise<unknown>[] = [];
  const timer = Number.isFinite(ms)
    ? setTimeout(() => late.push(worker.terminate()), ms)
    : undefined;
  try {
    const [code] = await once(worker, 'exit');
    if (answers.length > 0) return answers[0] as T;
    if (late.length === 0) throw new Error(`exited with code ${code}, and without an answer`);
    throw Object.assign(new Error(`too late after ${ms} ms`), { name: 'TimeoutError' });
  } finally {
    clearTimeout(timer);
  }
}
