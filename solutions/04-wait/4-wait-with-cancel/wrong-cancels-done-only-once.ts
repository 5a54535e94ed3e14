// Keeps the jobs in a Map by `done`, and two jobs may have the same one.
// Fails: tells two jobs apart that have the same done
// Says: 'reader' was not told to stop, and ran until 91 ms
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const byDone = new Map([...jobs].map((job) => [job.done, job]));
  const atWork = new Set(byDone.values());
  const first = await new Promise<J | undefined>((resolve) => {
    for (const job of byDone.values()) {
      const end = () => {
        atWork.delete(job);
        if (cancelling.has(job)) resolve(job);
        else if (atWork.size === 0) resolve(undefined);
      };
      job.done.then(end, end);
    }
    if (atWork.size === 0) resolve(undefined);
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
