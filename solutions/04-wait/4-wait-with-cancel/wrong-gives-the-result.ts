// Fulfils with the result of the job, not with the job.
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
  const atWork = new Map([...jobs].map((job) => [job.done, job]));
  while (atWork.size > 0) {
    const ended = await Promise.race(
      [...atWork.keys()].map((done) =>
        done
          .then(
            () => done,
            () => done,
          )
          .then((value) => ({ done, value })),
      ),
    );
    const job = atWork.get(ended.done) as J;
    atWork.delete(ended.done);
    if (cancelling.has(job) && atWork.size > 0) {
      for (const other of atWork.values()) other.cancel();
      await Promise.allSettled(atWork.keys());
      return ended.value as J;
    }
  }
  return undefined;
}
