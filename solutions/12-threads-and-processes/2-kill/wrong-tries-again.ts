// Starts a second thread when the first one was too late.
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: 'slice' was started 2 times, at 30 and 128 ms; expected once
import { Worker } from 'node:worker_threads';

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
  try {
    return await start<T>(file, job, ms);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
    return start<T>(file, job, ms);
  }
}
