// Asks the thread to stop, with a message. (It computes, and reads none.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: 'cook 1' has been in a loop without an end since 30 ms: it reads no message
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.postMessage('stop');
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
