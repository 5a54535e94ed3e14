// Takes the first that ends, whoever it is, and stops the rest: a race, as with the mirrors.
// Fails: cancels all that are at work when a cancelling job ends, and not before
// Fails: returns when all that were cancelled have ended
// Fails: gives the job that made it cancel
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Fails: takes a failure for an end as any other
// Fails: cancels also when the cancelling job has failed
// Fails: cancels nobody when no cancelling job is among them
// Fails: does not look at cancelling jobs that are not among the jobs
// Says: reader was told to stop at 10 ms, when parser was done; expected 30 ms
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
