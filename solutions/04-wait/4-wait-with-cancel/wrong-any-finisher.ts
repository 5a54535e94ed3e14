// Assumes that any job that ends cancels the rest, as with the mirrors. (Only one in `cancelling` does.)
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a rejected job as ended
// Fails: cancels the others also when the cancelling job rejects
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
  if (jobs.size === 0) return undefined;
  const atWork = new Set(jobs);
  const first = await Promise.race(
    [...jobs].map((job) =>
      job.done.then(
        () => job,
        () => job,
      ),
    ),
  );
  atWork.delete(first);
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return cancelling.has(first) && atWork.size > 0 ? first : undefined;
}
