// A loop of races. Each entrant records its job, so the loop knows of all that have ended, not only of the winner.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  const ends = new Map(
    [...jobs].map((job) => {
      const end = () => {
        atWork.delete(job);
        return job;
      };
      return [job, job.done.then(end, end)] as const;
    }),
  );
  while (ends.size > 0) {
    const ended = await Promise.race(ends.values());
    ends.delete(ended);
    if (!cancelling.has(ended)) continue;
    if (atWork.size === 0) return undefined;
    for (const job of atWork) job.cancel();
    await Promise.all(ends.values());
    return ended;
  }
  return undefined;
}
