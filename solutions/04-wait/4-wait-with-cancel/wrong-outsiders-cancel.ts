// Waits for every job in `cancelling`, even when it is not among the jobs.
// Fails: ignores cancelling jobs that are not among the jobs
// Says: 'quit' and 'slow' are not among the jobs: they cancel nothing, and none cancels them.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set([...jobs, ...cancelling]);
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
      await Promise.allSettled([...atWork].map(({ done }) => done));
      return ended;
    }
  }
  return undefined;
}
