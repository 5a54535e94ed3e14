// `AbortSignal.timeout` makes the error, too. The exit of the thread settles.
import { Worker } from 'node:worker_threads';

export function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (!(ms >= 1)) throw new RangeError('too short');
    const deadline = ms < Infinity ? AbortSignal.timeout(ms) : new AbortController().signal;
    const worker = new Worker(file, { workerData: job });
    deadline.addEventListener('abort', () => worker.terminate());
    worker.on('message', (answer: T) => worker.on('exit', () => resolve(answer)));
    worker.on('error', reject);
    // This handler is called before the one that the answer adds, so it comes later.
    worker.on('exit', (code) => {
      process.nextTick(() => {
        if (deadline.aborted) reject(deadline.reason);
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
    });
  });
}
