// A race of Bluebird's among the ends of the jobs.
import Bluebird from 'bluebird';

interface Job {
  done: Promise<unknown>;
  cancel(): void;
}

export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  const running = new Set(jobs);
  const cancellers = new Set(cancelling);
  let first: J | undefined;
  let cause: J | undefined;
  const ends = [...jobs].map((job) => {
    const end = () => {
      running.delete(job);
      if (first || !cancellers.has(job)) return;
      first = job;
      // Others may have ended before the call.
      queueMicrotask(() => {
        if (running.size > 0) cause = job;
        for (const other of running) other.cancel();
      });
    };
    return job.done.then(end, end);
  });
  await Bluebird.all(ends);
  return cause;
}
