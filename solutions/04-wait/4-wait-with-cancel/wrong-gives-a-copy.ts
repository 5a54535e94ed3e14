// Carries the job through the race with its name on, in a new object that is equal to it and is not it.
// Fails: gives the job that made it cancel
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Fails: takes a failure for an end as any other
// Fails: cancels also when the cancelling job has failed
// Says: It gave 'a copy of the job quit' at 50 ms; expected 'the job quit'
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
