// Waits for a cancelling job that fulfils, as `Promise.any` does: one that rejects does not count.
// Fails: cancels the others also when the cancelling job rejects
// Says: A cancelling job that has rejected has ended, too.
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
