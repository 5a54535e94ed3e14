// Keeps the first cancelling job outside of the function, where a later call finds it.
// Fails: fulfils with the job that made it cancel
// Fails: fulfils with the cancelling job that ends first
// Fails: treats a job as ended when it has fulfilled or rejected, with whatever value
// Fails: cancels the others also when the cancelling job rejects
// Fails: tells two jobs apart that have the same done
// Says: It fulfilled with 'a copy of the job quit'
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

let first: unknown;

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const atWork = new Set(jobs);
  await new Promise<void>((resolve) => {
    for (const job of jobs) {
      const end = () => {
        atWork.delete(job);
        if (cancelling.has(job)) first ??= job;
        if (cancelling.has(job) || atWork.size === 0) resolve();
      };
      job.done.then(end, end);
    }
    if (atWork.size === 0) resolve();
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first as J;
}
