// Keeps the running jobs outside of the function: a call replaces those of another one.
// Fails: cancels all running jobs when a cancelling job ends, and not before
// Says: There are two calls: 'quit' is for 'reader', and 'hangUp' is for 'writer'.
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

let atWork = new Set<Job>();

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  atWork = new Set<Job>(jobs);
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
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
