// Gives the thread its time again when an event comes, as a socket's timeout does.
// Fails: ends a thread that has not ended at its deadline, whatever it is doing
// Fails: rejects with a TimeoutError when the thread has ended for that reason
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Says: The time runs from the call, and is up at 97 ms
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`exited with code ${code}, and without an answer`));
      });
      const wait = () => {
        clearTimeout(timer);
        if (ms < Infinity)
          timer = setTimeout(() => reject(new DOMException('idle', 'TimeoutError')), ms);
      };
      wait();
      for (const event of ['online', 'message']) worker.on(event, wait);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
