// Sends a signal along, and lets the thread look at it. (It stays here: what arrives is a plain object.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: fulfils with the answer when the thread has ended in time, whatever value it is
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: { job: { cut: 'rings' }, signal: {} }
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const signal = ms === Infinity ? undefined : AbortSignal.timeout(ms);
  const worker = new Worker(file, { workerData: { job, signal } });
  return new Promise<T>((resolve, reject) => {
    let settle = (code: number) =>
      reject(
        signal?.aborted
          ? signal.reason
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', (code) => settle(code));
  });
}
