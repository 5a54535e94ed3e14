// Waits for the cancelled jobs with `Promise.all`, and rejects because they stopped.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a rejected job as ended
// Fails: cancels the others also when the cancelling job rejects
// Fails: does not change the input
// Says: It reports that with an AbortError. A stop that was asked for is no failure: do not reject with it.
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
