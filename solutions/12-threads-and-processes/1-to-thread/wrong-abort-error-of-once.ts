// Passes the signal to `once`, which rejects with an AbortError and ends no thread.
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: rejects immediately when the signal was aborted before the call, and starts no thread
// Fails: leaves no thread, and no listener on the signal
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: neither `new Worker` nor the other thread knows of it
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  const worker = new Worker(file, { workerData: job });
  const answers: T[] = [];
  worker.on('message', (answer) => answers.push(answer));
  const [code] = await once(worker, 'exit', signal ? { signal } : {});
  if (answers.length > 0) return answers[0] as T;
  throw new Error(`exited with code ${code}, and without an answer`);
}
