// Cancels the jobs one after another: each one only when the one before has ended.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Fails: settles only when all cancelled jobs have ended
// Says: Was that awaited first? Tell all of them to stop first, then wait.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const hearOf = (job: J) =>
    job.done.then(
      () => job,
      () => job,
    );
  const atWork = new Set(jobs);
  while (atWork.size > 0) {
    const ended = await Promise.race([...atWork].map(hearOf));
    atWork.delete(ended);
    if (!cancelling.has(ended) || atWork.size === 0) continue;
    for (const job of atWork) {
      job.cancel();
      await hearOf(job);
    }
    return ended;
  }
  return undefined;
}
