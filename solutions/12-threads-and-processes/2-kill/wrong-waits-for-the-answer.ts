// Compares the clock when the thread has answered. (A loop without an end never does.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: 'cook 1' computes without an end
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const start = performance.now();
  const worker = new Worker(file, { workerData: job });
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const [code] = await once(worker, 'exit');
  if (performance.now() - start > ms) throw new DOMException('Too late', 'TimeoutError');
  if (answers.length > 0) return answers[0] as T;
  throw new Error(`exited with code ${code}, and without an answer`);
}
