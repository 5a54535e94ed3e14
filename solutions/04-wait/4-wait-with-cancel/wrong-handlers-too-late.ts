// Attaches its handlers after a wait. A job that has already rejected has no handler before that.
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Says: Attach a handler to every promise that may reject.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  await new Promise(setImmediate);
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
  return first;
}
