// Passes a timeout to `new Worker`, as `exec` has one. (It has no such option.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: Only worker.terminate() ends it
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const options = ms === Infinity ? {} : { timeout: ms };
  const worker = new Worker(file, { workerData: job, ...options });
  return new Promise<T>((resolve, reject) => {
    const answers: T[] = [];
    worker.on('message', (answer) => answers.push(answer));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (answers.length > 0) resolve(answers[0] as T);
      reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
