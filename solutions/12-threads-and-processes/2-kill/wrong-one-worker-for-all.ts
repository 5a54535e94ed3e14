// Keeps one thread, and posts each job to it. (The program reads `workerData`.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: fulfils with the answer when the thread has ended in time, whatever value it is
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: rejects when the job cannot be copied, or when the time makes no sense
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Fails: has no deadline, and sets no timer, with Infinity
// Says: the thread reads its job from `workerData`
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

let worker: Worker | undefined;

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  worker ??= new Worker(file);
  worker.postMessage(job);
  const signal = ms === Infinity ? undefined : AbortSignal.timeout(ms);
  try {
    const [answer] = await once(worker, 'message', { signal });
    return answer as T;
  } catch (error) {
    await worker.terminate();
    worker = undefined;
    throw signal?.aborted ? signal.reason : error;
  }
}
