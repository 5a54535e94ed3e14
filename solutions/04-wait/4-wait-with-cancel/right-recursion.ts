// Recursion: a race, then the same function for the jobs that are left, without those that have ended too.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  if (jobs.size === 0) return undefined;
  const running = new Set(jobs);
  const first = await Promise.race(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      running.delete(job);
      return job;
    }),
  );
  const ended = [...jobs].filter((job) => !running.has(job));
  const winner = [first, ...ended].find((job) => cancelling.has(job));
  // A copy: the handlers above go on to remove jobs from `running`.
  if (!winner) return waitWithCancel(new Set(running), cancelling);
  if (running.size === 0) return undefined;
  const rest = [...running];
  for (const job of rest) job.cancel();
  await Promise.allSettled(rest.map((job) => job.done));
  return winner;
}
