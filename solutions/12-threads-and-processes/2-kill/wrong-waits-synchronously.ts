// Blocks its own thread until the thread may be done. (Meanwhile no event can reach it.)
// Fails: has one thread do the job as it is in the call, and is not blocked meanwhile
// Fails: fulfils with the answer when the thread has ended in time, whatever value it is
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: has a thread and a time of its own for each call
// Fails: has no deadline, and sets no timer, with Infinity
// Says: 'Atomics.wait' blocked the thread from 0 to 97 ms
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  const hall = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(hall, 0, 0, Math.min(ms, 97));
  const timer = ms === Infinity ? undefined : setTimeout(kill, Math.max(1, ms - 97));
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
