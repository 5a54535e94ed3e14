// Cancels all other jobs, even those that ended long ago.
// Fails: does not cancel jobs that have already ended
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: tells two jobs apart that have the same done
// Fails: fulfils with undefined when the cancelling job ends last
// Says: Cancel only the jobs that are still running.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const ended = new Set<J>();
  let first: J | undefined;
  await Promise.all(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      ended.add(job);
      if (first || !cancelling.has(job) || ended.size === jobs.size) return;
      first = job;
      for (const other of jobs) if (other !== job) other.cancel();
    }),
  );
  return first;
}
