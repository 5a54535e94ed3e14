// A loop of races between the jobs that are still running.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  const hearOf = (job: J) => job.done.then(() => job).catch(() => job);
  while (atWork.size > 0) {
    const ended = await Promise.race([...atWork].map(hearOf));
    atWork.delete(ended);
    if (!cancelling.has(ended)) continue;
    for (const job of atWork) job.cancel();
    await Promise.all([...atWork].map(hearOf));
    return atWork.size > 0 ? ended : undefined;
  }
  return undefined;
}
