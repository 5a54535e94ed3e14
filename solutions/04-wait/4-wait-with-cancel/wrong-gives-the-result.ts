// Fulfils with the result of the job, not with the job.
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Says: Fulfil with the object that was passed in: no copy of it, and not its result.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  const first = await new Promise<J | undefined>((resolve) => {
    for (const job of jobs) {
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
  return (await first?.done.catch((error) => error)) as J;
}
