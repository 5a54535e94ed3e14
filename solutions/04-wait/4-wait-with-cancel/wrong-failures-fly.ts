// Races the promises as they are: when one job rejects, the whole rejects.
// Fails: treats a rejected job as ended
// Fails: cancels the others also when the cancelling job rejects
// Says: A job that has rejected has ended: wait for the others.
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
    const ended = await Promise.race([...atWork].map((job) => job.done.then(() => job)));
    atWork.delete(ended);
    if (cancelling.has(ended) && atWork.size > 0) {
      for (const job of atWork) job.cancel();
      await Promise.allSettled([...atWork].map(({ done }) => done));
      return ended;
    }
  }
  return undefined;
}
