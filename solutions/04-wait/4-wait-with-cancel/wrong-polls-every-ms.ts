// Checks every ms whether a cancelling job has ended.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Says: Does your code poll?
import { setTimeout as sleep } from 'node:timers/promises';

interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  let first: J | undefined;
  for (const job of jobs) {
    const end = () => {
      atWork.delete(job);
      if (cancelling.has(job)) first ??= job;
    };
    job.done.then(end, end);
  }
  await null;
  while (!first && atWork.size > 0) await sleep(1);
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
