// Settles only in a handler, and without jobs no handler ever runs.
// Fails: fulfils immediately with undefined when there are no jobs
// Says: Does your code settle the promise when there is nothing to wait for?
interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  return new Promise((resolve) => {
    const atWork = new Set(jobs);
    let first: J | undefined;
    for (const job of jobs) {
      const end = () => {
        atWork.delete(job);
        if (atWork.size === 0) resolve(first);
        else if (!first && cancelling.has(job)) {
          first = job;
          for (const other of atWork) other.cancel();
        }
      };
      job.done.then(end, end);
    }
  });
}
