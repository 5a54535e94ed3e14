// Waits for those it has told to stop with Promise.all, and passes on that they stopped.
// Fails: cancels all that are at work when a cancelling job ends, and not before
// Fails: returns when all that were cancelled have ended
// Fails: gives the job that made it cancel
// Fails: gives the first that ended, whichever of the cancelling jobs it was
// Fails: takes a failure for an end as any other
// Fails: cancels also when the cancelling job has failed
// Fails: leaves the sets of the caller as they are
// Says: writer had been told to stop at 30 ms, and this is how it says that it has stopped
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
    const ended = await Promise.race(
      [...atWork].map((job) =>
        job.done.then(
          () => job,
          () => job,
        ),
      ),
    );
    atWork.delete(ended);
    if (cancelling.has(ended) && atWork.size > 0) {
      for (const job of atWork) job.cancel();
      await Promise.all([...atWork].map(({ done }) => done));
      return ended;
    }
  }
  return undefined;
}
