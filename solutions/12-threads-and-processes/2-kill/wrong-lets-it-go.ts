// Calls `unref()` on the thread at the deadline. (Then Node does not wait for it, and it computes on.)
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: 'slice' was not told to stop; expected at 97 ms
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  return new Promise<T>((resolve, reject) => {
    const expire = () => {
      worker.unref();
      reject(new DOMException('The time is up', 'TimeoutError'));
    };
    const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
    const answers: T[] = [];
    worker.on('message', (answer) => answers.push(answer));
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      if (answers.length > 0) resolve(answers[0] as T);
      else reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
