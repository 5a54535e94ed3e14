// Cancels again at the end of each cancelling job, also of one that ends because it was cancelled.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Says: 'reader was cancelled twice' at 43 ms
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  let first: J | undefined;
  await Promise.all(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      atWork.delete(job);
      await null;
      if (!cancelling.has(job) || atWork.size === 0) return;
      first ??= job;
      for (const other of atWork) other.cancel();
    }),
  );
  return first;
}
