// Has an async executor. (What it throws rejects another promise, which has no handler.)
// Fails: rejects when the job cannot be copied, or when the time makes no sense
// Fails: sets one timer, and leaves no timer and no thread
// Says: At 0 ms there was an unhandled rejection (DataCloneError
import { Worker } from 'node:worker_threads';

export function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  return new Promise(async (resolve, reject) => {
    if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
    const worker = new Worker(file, { workerData: job });
    let failure: unknown;
    const expire = () => {
      failure = new DOMException('The time is up', 'TimeoutError');
      worker.terminate();
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
      else reject(failure ?? new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
