// Looks each millisecond whether the thread has ended.
// Fails: has one thread do the job as it is in the call, and does nothing else meanwhile
// Fails: fulfils with the answer when the thread has ended, whatever value the answer is
// Fails: rejects with the error of a thread that throws, at that moment, whatever value it is
// Fails: rejects with its exit code when the thread ends without an answer
// Fails: ends the thread when the signal is aborted, and rejects with its reason when it has ended
// Fails: has a thread of its own for each call, and disturbs nothing else
// Says: All that your code waits for is an event
import { Worker } from 'node:worker_threads';

export async function toThread<T>(file: URL, job: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: job });
  const seen = { answers: [] as T[], errors: [] as unknown[], codes: [] as number[] };
  worker.on('message', (answer) => seen.answers.push(answer));
  worker.on('error', (error) => seen.errors.push(error));
  worker.on('exit', (code) => seen.codes.push(code));
  while (seen.codes.length === 0) {
    if (signal?.aborted) await worker.terminate();
    else await new Promise((resolve) => setTimeout(resolve, 1));
  }
  for (const error of seen.errors) throw error;
  for (const answer of seen.answers) return answer;
  signal?.throwIfAborted();
  throw new Error(`exited with code ${seen.codes[0]}, and without an answer`);
}
