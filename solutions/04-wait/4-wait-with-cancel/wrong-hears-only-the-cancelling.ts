// Attaches handlers only to the cancelling jobs, and does not know which others have ended or failed.
// Fails: does not cancel jobs that have already ended
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: tells two jobs apart that have the same done
// Fails: cancels no job when there is no cancelling job
// Fails: fulfils with undefined when the cancelling job ends last
// Fails: ignores cancelling jobs that are not among the jobs
// Fails: fulfils immediately with undefined when there are no jobs
// Says: Does your code know which jobs have ended?
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const first = await Promise.race(
    [...cancelling]
      .filter((job) => jobs.has(job))
      .map((job) =>
        job.done.then(
          () => job,
          () => job,
        ),
      ),
  );
  const others = [...jobs].filter((job) => job !== first);
  for (const job of others) job.cancel();
  await Promise.allSettled(others.map(({ done }) => done));
  return first;
}
