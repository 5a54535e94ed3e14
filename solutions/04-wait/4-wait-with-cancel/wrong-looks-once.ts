// Looks only at the first job that ends: when that one cancels nothing, it never looks again.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
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
  const ends = [...jobs].map(async (job) => {
    await Promise.allSettled([job.done]);
    atWork.delete(job);
    return job;
  });
  if (ends.length === 0) return undefined;
  const first = await Promise.race(ends);
  if (cancelling.has(first) && atWork.size > 0) {
    for (const job of atWork) job.cancel();
    await Promise.all(ends);
    return first;
  }
  await Promise.all(ends);
  return undefined;
}
