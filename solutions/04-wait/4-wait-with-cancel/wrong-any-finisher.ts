// Assumes that any job that ends cancels the rest, as with the mirrors. (Only one in `cancelling` does.)
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Fails: cancels no job when there is no cancelling job
// Fails: ignores cancelling jobs that are not among the jobs
// Says: 'parser' is not a cancelling job, 'quit' is: look at each job that ends.
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
        resolve(job);
      };
      job.done.then(end, end);
    }
    if (atWork.size === 0) resolve(undefined);
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first && cancelling.has(first) ? first : undefined;
}
