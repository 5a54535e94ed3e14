// Takes the value of `done` for news, and ignores a job that has none.
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Says: Does your code settle the promise on every path?
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
      job.done.then((value) => value !== undefined && end(), end);
    }
    if (atWork.size === 0) resolve(undefined);
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
