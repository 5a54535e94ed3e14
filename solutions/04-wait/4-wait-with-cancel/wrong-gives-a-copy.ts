// Fulfils with a copy of the job: an equal object, but not the same one.
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a rejected job as ended
// Fails: cancels the others also when the cancelling job rejects
// Says: Fulfil with the object that was passed in: no copy of it, and not its result.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  while (atWork.size > 0) {
    const { job, ...ended } = await Promise.race(
      [...atWork].map(async (job) => {
        await Promise.allSettled([job.done]);
        return { ...job, job };
      }),
    );
    atWork.delete(job);
    if (cancelling.has(job) && atWork.size > 0) {
      for (const other of atWork) other.cancel();
      await Promise.allSettled([...atWork].map(({ done }) => done));
      return ended as unknown as J;
    }
  }
  return undefined;
}
