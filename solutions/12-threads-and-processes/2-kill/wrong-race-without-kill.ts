// Races the thread against a timer, and leaves the thread running. (A promise that has lost is only not awaited.)
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: The thread is in a loop then: it reads no message
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<T>((resolve, reject) => {
    const answers: T[] = [];
    worker.on('message', (message) => answers.push(message));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (answers.length > 0) resolve(answers[0] as T);
      reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
  const timeout = new Promise<never>((_, reject) => {
    if (ms === Infinity) return;
    timer = setTimeout(() => reject(new DOMException('The time is up', 'TimeoutError')), ms);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
