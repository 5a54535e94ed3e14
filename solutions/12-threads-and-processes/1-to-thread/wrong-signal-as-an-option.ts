// Passes the signal to the Worker. (It has no such option, and ignores it.)
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: neither `new Worker` nor the other thread knows of it
import { Worker, type WorkerOptions } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const options: WorkerOptions & { signal: AbortSignal | undefined } = { workerData: job, signal };
  const worker = new Worker(file, options);
  return await new Promise<T>((resolve, reject) => {
    const answers: T[] = [];
    worker.on('message', (answer) => answers.push(answer));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (answers.length > 0) resolve(answers[0] as T);
      else if (signal?.aborted) reject(signal.reason);
      else reject(new Error(`exited with code ${code}, and without an answer`));
    });
  });
}
