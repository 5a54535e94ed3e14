// Clears the timer in a `finally` of its own, whose promise rejects, too.
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Fails: has no deadline, and sets no timer, with Infinity
// Says: rejected at 97 ms, and never handled
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  try {
    const first = new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
      if (ms !== Infinity)
        timer = setTimeout(() => reject(new DOMException('The time is up', 'TimeoutError')), ms);
    });
    first.finally(() => clearTimeout(timer));
    return await first;
  } finally {
    await worker.terminate();
  }
}
