// Assumes that a cancelled job has ended. (Stopping takes time: it has ended when `done` has settled.)
// Fails: settles only when all cancelled jobs have ended
// Fails: fulfils with the cancelling job that ends first
// Says: Wait until each promise has settled, and settle after that.
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
      return ended;
    }
  }
  return undefined;
}
