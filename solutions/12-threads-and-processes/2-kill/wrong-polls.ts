// Looks each millisecond whether the thread has ended or the time is up.
// Fails: fulfils with the answer when the thread has ended in time, whatever value it is
// Fails: rejects with the failure of a thread that fails in time, as it is
// Fails: sets one timer, and leaves no timer and no thread
// Fails: has a thread and a time of its own for each call
// Fails: has no deadline, and sets no timer, with Infinity
// Says: A timer of 1 ms was set at 84 ms, and fired at 85 ms
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`ms is ${ms}`);
  const worker = new Worker(file, { workerData: job });
  const seen = { answers: [] as T[], errors: [] as unknown[], codes: [] as number[] };
  worker.on('message', (answer) => seen.answers.push(answer));
  worker.on('error', (error) => seen.errors.push(error));
  worker.on('exit', (code) => seen.codes.push(code));
  const end = Date.now() + ms;
  while (seen.codes.length === 0) {
    if (Date.now() < end) {
      await setTimeout(1);
      continue;
    }
    await worker.terminate();
    throw new DOMException('The time is up', 'TimeoutError');
  }
  for (const error of seen.errors) throw error;
  for (const answer of seen.answers) return answer;
  throw new Error(`exited with code ${seen.codes[0]}, and without an answer`);
}
