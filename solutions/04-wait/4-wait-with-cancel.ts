interface Job {
  /** Settles when the job has ended. Rejects when the job has failed or was cancelled. */
  done: Promise<unknown>;
  /** Tells the job to stop, and returns immediately. A method: it needs its `this`. Stopping takes time, see `done`. */
  cancel(): void;
}

/**
 * Waits for running jobs. When a cancelling job (one in `cancelling`) ends, cancels the others.
 *
 * - When a cancelling job ends, cancels all jobs that are still running, at that moment, each one once.
 *   When any other job ends, cancels nothing.
 * - Does not cancel jobs that have ended before. They may have ended before the call.
 * - Settles only when all cancelled jobs have ended. (Stopping takes time, and a job may fulfil in that time.)
 * - Fulfils with the job that made it cancel: the same object that was passed in.
 * - When there are several cancelling jobs, that is the one that ends first. (If several end in one callback, the
 *   first of them in the set will do, too.)
 * - A job has ended when its `done` has settled, fulfilled or rejected, with whatever value. A rejection of
 *   `done` does not reject the result, and causes no unhandled rejection.
 * - When a cancelling job rejects, the others are cancelled too.
 * - Two jobs may have the same `done`. Each of them has its own `cancel()`.
 * - When there is no cancelling job, cancels nothing. Fulfils with `undefined`
 *   when all jobs have ended.
 * - When the cancelling job ends last, no job is left to cancel: fulfils with `undefined`.
 * - Ignores cancelling jobs that are not in `jobs`.
 * - Does not change the two sets.
 * - When there are no jobs, fulfils immediately with `undefined`.
 */
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
      // One handler for both: a job that rejects has ended too.
      job.done.then(end, end);
    }
    // Without jobs no handler would ever call it.
    if (atWork.size === 0) resolve(undefined);
  });
  if (atWork.size === 0) return undefined;
  for (const job of atWork) job.cancel();
  // They end later than this. Their errors only say that they were cancelled.
  await Promise.allSettled([...atWork].map(({ done }) => done));
  return first;
}
