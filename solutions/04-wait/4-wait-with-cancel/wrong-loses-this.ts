// Calls `cancel` without its object, so a method of a class finds no `this`.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: does not cancel jobs that have already ended
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Fails: does not change the input
// Says: Cannot read properties of undefined
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
  for (const { cancel } of atWork) cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
