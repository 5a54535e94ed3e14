// Waits for every job in `cancelling`, even when it is not among the jobs.
// Fails: ignores cancelling jobs that are not among the jobs
// Says: 'quit' and 'slow' are not among the jobs: they cancel nothing, and none cancels them.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set([...jobs, ...cancelling]);
  const first = await new Promise<J | undefined>((resolve) => {
    for (const job of [...atWork]) {
      const end = () => {
        atWork.delete(job);
        if (cancelling.has(job)) resolve(job);
        else if (atWork.size === 0) resolve(undefined);
      };
      job.done.then(end, end);
    }
    if (atWork.size === 0) resolve(undefined);
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
