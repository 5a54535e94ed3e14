// Looks once, at the first that ends; when that one cancels nobody, it never looks again.
// Fails: cancels all that are at work when a cancelling job ends, and not before
// Fails: returns when all that were cancelled have ended
// Fails: gives the job that made it cancel
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Fails: takes a failure for an end as any other
// Fails: cancels also when the cancelling job has failed
// Says: reader was never told to stop: it went on until 90 ms; expected at 30 ms, when quit was done
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
