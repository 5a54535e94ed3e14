// Sets the timer first. (When `new Worker` throws, nothing clears it.)
// Fails: sets one timer, and leaves no timer and no thread
// Says: When `new Worker` throws:
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const late = new AbortController();
  const expire = () => late.abort(new DOMException('The time is up', 'TimeoutError'));
  const timer = ms === Infinity ? undefined : setTimeout(expire, ms);
  const worker = new Worker(file, { workerData: job });
  late.signal.addEventListener('abort', () => worker.terminate());
  return new Promise<T>((resolve, reject) => {
    const answers: T[] = [];
    worker.on('message', (answer) => answers.push(answer));
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      if (answers.length > 0) resolve(answers[0] as T);
      else if (late.signal.aborted) reject(late.signal.reason);
      else reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
