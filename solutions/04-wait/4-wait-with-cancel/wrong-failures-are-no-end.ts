// Waits for a cancelling job that is done, as Promise.any does, and does not take a failure for an end.
// Fails: cancels also when the cancelling job has failed
// Says: reader was never told to stop: it went on until 90 ms; expected at 30 ms, when quit failed
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  const first = await Promise.any(
    [...jobs].map(async (job) => {
      try {
        await job.done;
      } finally {
        atWork.delete(job);
      }
      if (!cancelling.has(job)) throw new Error('does not cancel');
      return job;
    }),
  ).catch(() => undefined);
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
