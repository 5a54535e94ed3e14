// A race between the thread and a sleep of timers/promises, which is aborted at the end.
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export async function within<T>(file: URL, job: unknown, ms: number): Promise<T> {
  if (!(ms >= 1)) throw new RangeError(`${ms} ms is no time`);
  const worker = new Worker(file, { workerData: job });
  const over = new AbortController();
  const answered = new Promise<T>((resolve) => {
    worker.once('message', resolve);
  });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`exited with code ${code}, and without an answer`)),
    );
  });
  const racers = [answered, ended];
  if (ms !== Infinity) racers.push(sleep(ms, over.signal));
  try {
    return await Promise.race(racers);
  } finally {
    over.abort();
    await worker.terminate();
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<never> {
  await setTimeout(ms, undefined, { signal });
  throw new TimeoutError('The time is over');
}
