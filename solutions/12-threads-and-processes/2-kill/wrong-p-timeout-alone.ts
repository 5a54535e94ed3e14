// Leaves it all to p-timeout. (It stops waiting; the thread goes on.)
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: The thread is in a loop then: it reads no message
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pTimeout from 'p-timeout';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const end = once(worker, 'exit').then(([code]) => {
    if (answers.length > 0) return answers[0] as T;
    throw new Error(`exited with code ${code}, and without an answer`);
  });
  return pTimeout(end, { milliseconds: ms });
}
