// Checks every 10 ms whether a cancelling job has ended, and so notices it late.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Fails: cancels no job when there is no cancelling job
// Says: 'reader' was told to stop at 40 ms; expected at 31 ms, when 'quit' ended.
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
  while (!first && atWork.size > 0) await sleep(10);
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
