// Asks whether there is an error by its truth. (A thread may throw anything.)
// Fails: rejects with the failure of a thread that fails in time, as it is
// Says: does it test the reason itself, as in if (reason)?
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let failure: unknown;
  let isLate = false;
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const stop = () => {
    isLate = true;
    return worker.terminate();
  };
  const timer = ms === Infinity ? undefined : setTimeout(stop, ms);
  const [code] = await once(worker, 'exit').catch((error) => {
    failure = error;
    return [1];
  });
  clearTimeout(timer);
  if (failure) throw failure;
  if (answers.length > 0) return answers[0] as T;
  if (isLate) throw new DOMException('The time is up', 'TimeoutError');
  throw new Error(`exited with code ${code}, and without an answer`);
}
