// An EventEmitter: each job reports its end, and the first end of a cancelling job decides.
import { EventEmitter } from 'node:events';

interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const ends = new EventEmitter();
  const running = new Set(jobs);
  const first = new Promise<J>((resolve) => {
    ends.on('end', (job: J) => {
      if (cancelling.has(job)) resolve(job);
    });
  });
  const all = Promise.all(
    Array.from(jobs, async (job) => {
      await job.done.catch(() => {});
      running.delete(job);
      ends.emit('end', job);
    }),
  );
  const winner = await Promise.race([first, all.then(() => undefined)]);
  if (!winner || running.size === 0) return undefined;
  for (const job of running) job.cancel();
  await all;
  return winner;
}
