// Takes `undefined` for “no answer”. (A thread may answer with it.)
// Fails: fulfils with the answer when the thread has ended in time, whatever value it is
// Says: Any value may be an answer
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let answer: T | undefined;
  worker.on('message', (message) => {
    answer = message;
  });
  let isLate = false;
  const timer =
    ms === Infinity
      ? undefined
      : setTimeout(() => {
          isLate = true;
          worker.terminate();
        }, ms);
  const [code] = await once(worker, 'exit').finally(() => clearTimeout(timer));
  if (answer !== undefined) return answer;
  if (isLate) throw new DOMException('The time is up', 'TimeoutError');
  throw new Error(`exited with code ${code}, and without an answer`);
}
