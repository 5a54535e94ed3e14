// Recursion: a race, then the same function for the jobs that are left.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  if (jobs.size === 0) return undefined;
  const ended = await Promise.race(
    [...jobs].map(async (job) => {
      await Promise.allSettled([job.done]);
      return job;
    }),
  );
  const rest = [...jobs].filter((job) => job !== ended);
  if (!cancelling.has(ended)) return waitWithCancel(new Set(rest), cancelling);
  if (rest.length === 0) return undefined;
  for (const job of rest) job.cancel();
  await Promise.allSettled(rest.map((job) => job.done));
  return ended;
}
