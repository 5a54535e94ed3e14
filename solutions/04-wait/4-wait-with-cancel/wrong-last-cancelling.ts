// Lets each cancelling job replace the one before, even a job that ended because it was cancelled.
// Fails: fulfils with the cancelling job that ends first
// Fails: cancels the others also when the cancelling job rejects
// Says: Jobs that were told to stop end later: the one that ended first made it cancel.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  let found: J | undefined;
  await Promise.all(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      atWork.delete(job);
      await null;
      if (!cancelling.has(job) || (atWork.size === 0 && !found)) return;
      if (!found) for (const other of atWork) other.cancel();
      found = job;
    }),
  );
  return found;
}
