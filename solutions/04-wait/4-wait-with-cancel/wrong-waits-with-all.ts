// Waits for the cancelled jobs with `Promise.all`, and rejects because they stopped.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: does not cancel jobs that have already ended
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Fails: does not change the input
// Says: It reports that with an AbortError. A stop that was asked for is no failure: do not reject with it.
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
  await Promise.all([...atWork].map(({ done }) => done));
  return first;
}
