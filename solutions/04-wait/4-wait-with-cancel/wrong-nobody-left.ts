// Fulfils with the cancelling job although no job was left to cancel.
// Fails: fulfils with undefined when the cancelling job ends last
// Says: 'quit' ended last, so there was nothing to cancel.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  const first = await new Promise<J | undefined>((resolve) => {
    for (const job of jobs) {
      const end = () => {
        atWork.delete(job);
        if (cancelling.has(job)) resolve(job);
        else if (atWork.size === 0) resolve(undefined);
      };
      job.done.then(end, end);
    }
    if (atWork.size === 0) resolve(undefined);
  });
  if (!first) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
