// `Promise.any` over promises that fulfil only at the end of a cancelling job; all others reject.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const running = new Set(jobs);
  const ends = Array.from(jobs, async (job) => {
    await job.done.catch(() => {});
    running.delete(job);
    if (!cancelling.has(job)) throw new Error('no cancelling job');
    return job;
  });
  const first = await Promise.any(ends).catch(() => undefined);
  if (!first || running.size === 0) return undefined;
  for (const job of running) job.cancel();
  await Promise.allSettled(ends);
  return first;
}
