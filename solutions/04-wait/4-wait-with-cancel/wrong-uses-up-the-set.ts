// Removes the jobs that have ended from the set of the caller.
// Fails: does not change the input
// Says: The sets belong to the caller: work on copies.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  while (jobs.size > 0) {
    const ended = await Promise.race(
      [...jobs].map((job) =>
        job.done.then(
          () => job,
          () => job,
        ),
      ),
    );
    jobs.delete(ended);
    if (cancelling.has(ended) && jobs.size > 0) {
      for (const job of jobs) job.cancel();
      await Promise.allSettled([...jobs].map(({ done }) => done));
      return ended;
    }
  }
  return undefined;
}
