// Calls `unref()` on the thread. (Without a timer, nothing keeps the process running until the thread answers.)
// Fails: has no deadline, and sets no timer, with Infinity
// Says: only a thread is left that does not keep the process alive
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`A deadline of ${ms} ms makes no sense`);
  const worker = new Worker(file, { workerData: job });
  let isLate = false;
  const kill = () => {
    isLate = true;
    worker.terminate();
  };
  // setTimeout takes Infinity for 1 ms.
  const timer = ms === Infinity ? undefined : setTimeout(kill, ms);
  return new Promise<T>((resolve, reject) => {
    // What comes last is the end of the thread, however it ends. What came before says how to settle.
    let settle = (code: number) =>
      reject(
        isLate
          ? new DOMException(`Not done within ${ms} ms`, 'TimeoutError')
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
    worker.unref();
  });
}
