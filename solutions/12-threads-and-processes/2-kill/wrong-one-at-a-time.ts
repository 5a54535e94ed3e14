// Starts a thread when the one before has ended. (Its time runs from the call on.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: has a thread and a time of its own for each call
// Says: A copy is made in the moment of `new Worker`
import { Worker } from 'node:worker_threads';

let last: Promise<unknown> = Promise.resolve();

function start<T>(file: URL, job: unknown, ms: number): Promise<T> {
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  const timer = ms === Infinity ? undefined : setTimeout(kill, ms);
  return new Promise<T>((resolve, reject) => {
    let settle = (code: number) =>
      reject(
        isLate
          ? new DOMException(`${ms} ms are over`, 'TimeoutError')
          : new Error(`exited with code ${code}, and without an answer`),
      );
    worker.on('message', (answer: T) => {
      settle = () => resolve(answer);
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      settle(code);
    });
  });
}

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const mine = last.then(() => start<T>(file, job, ms));
  last = mine.catch(() => {});
  return mine;
}
